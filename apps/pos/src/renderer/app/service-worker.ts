import { hostApi } from '../platform/host.ts'

/**
 * Lets the web terminal open without a network. A new version waits until every window of the old one is closed, so that nothing changes
 * under a person's hands. Electron brings its own files, and a page without a secure context has no workers.
 */
export function registerServiceWorker(): void {
  if (hostApi() || !('serviceWorker' in navigator) || !import.meta.env.PROD) return
  window.addEventListener('load', () => {
    navigator.serviceWorker.register('./sw.js').catch((cause: unknown) => console.error('service worker', cause))
  })
}
