import { hostApi } from '../platform/host.ts'

let registration: Promise<boolean> | null = null

/**
 * Whether this terminal opens without a network: Electron brings its own files, the web terminal needs a service worker, which a browser gives
 * only to a page whose certificate it trusts. A new version waits until every window of the old one is closed, so that nothing changes under a
 * person's hands. Asked several times, it is registered once.
 */
export function keptForOffline(): Promise<boolean> {
  return (registration ??= register())
}

async function register(): Promise<boolean> {
  if (hostApi() || !import.meta.env.PROD) return true
  if (!('serviceWorker' in navigator)) return false
  try {
    await navigator.serviceWorker.register('./sw.js')
    return true
  } catch (cause) {
    console.info('service worker', cause)
    return false
  }
}
