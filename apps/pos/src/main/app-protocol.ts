import type { CustomScheme } from 'electron'
import { APP_ORIGIN } from '../shared/host-api.ts'
import type { PageFiles } from './page-files.ts'
import type { SiteGate } from './site-gate.ts'

/** A secure context with an origin of its own: what the page stores belongs to `app://orderez` and to no address of the network. */
export const APP_SCHEME: CustomScheme = {
  scheme: 'app',
  privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
}

export function isOfApp(url: string): boolean {
  return url === APP_ORIGIN || url.startsWith(`${APP_ORIGIN}/`)
}

/** Answers every request to `app://`: the server's paths are forwarded to it, everything else is a file of the window. */
export function createAppProtocol(files: PageFiles, gate: SiteGate): (request: Request) => Promise<Response> {
  return async (request) => {
    if (!isOfApp(request.url)) return new Response(null, { status: 404 })
    const { pathname } = new URL(request.url)
    return pathname.startsWith('/api/') || pathname === '/health' ? gate.forward(request) : files(request)
  }
}
