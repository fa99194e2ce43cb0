import { createHash } from 'node:crypto'
import type { Certificate, Session } from 'electron'
import type { Site } from '../shared/host-api.ts'
import { isPinnedChain } from './pinned-chain.ts'

const ACCEPT = 0
const REFUSE = -2
/** What crosses to the site and back; cookies, origins and encodings of this hop stay here. */
const REQUEST_HEADERS = ['accept', 'authorization', 'content-type']
const RESPONSE_HEADERS = ['cache-control', 'content-type', 'date', 'retry-after']
const NO_BODY = new Set([204, 205, 304])

export interface SiteGateParts {
  site(): Promise<Site | null>
  /** A new session that keeps nothing on the disk. */
  openSession(partition: string): Session
  now(): number
}

/** The way from the window to the restaurant's server. */
export interface SiteGate {
  /** Streams the answer as it comes. An unreachable or untrusted server answers with a network error, as `fetch` knows it. */
  forward(request: Request): Promise<Response>
}

export function createSiteGate(parts: SiteGateParts): SiteGate {
  const sessions = new Map<string, Session>()

  /** Chromium remembers what a verifier said, so each site gets a session of its own. */
  function sessionOf(site: Site): Session {
    const partition = `site-${createHash('sha256').update(JSON.stringify(site)).digest('hex')}`
    const session = sessions.get(partition) ?? parts.openSession(partition)
    if (!sessions.has(partition)) pinSession(session, site, parts.now)
    sessions.set(partition, session)
    return session
  }

  return {
    async forward(request) {
      const site = await parts.site()
      if (!site) return Response.error()
      const { pathname, search } = new URL(request.url)
      const stop = new AbortController()
      const hasBody = request.method !== 'GET' && request.method !== 'HEAD'
      try {
        const answer = await sessionOf(site).fetch(`${site.origin}${pathname}${search}`, {
          method: request.method,
          headers: only(REQUEST_HEADERS, request.headers),
          ...(hasBody ? { body: await request.arrayBuffer() } : {}),
          credentials: 'omit',
          redirect: 'error',
          cache: 'no-store',
          bypassCustomProtocolHandlers: true,
          signal: stop.signal,
        })
        return passOn(answer, () => stop.abort())
      } catch {
        // fetch rejects for the network's reasons alone; the window is told as a browser would tell it.
        return Response.error()
      }
    },
  }
}

function pinSession(session: Session, { spki }: Site, now: () => number): void {
  if (spki === null) return
  session.setCertificateVerifyProc(({ hostname, certificate }, answer) => {
    const shown = { hostname, certificates: chainOf(certificate) }
    answer(isPinnedChain(shown, spki, now()) ? ACCEPT : REFUSE)
  })
}

function passOn(answer: Response, hangUp: () => void): Response {
  const { status, statusText, body } = answer
  return new Response(NO_BODY.has(status) || !body ? null : endedBy(body, hangUp), {
    status,
    statusText,
    headers: only(RESPONSE_HEADERS, answer.headers),
  })
}

/** Electron's fetch goes on reading for nobody when its body is cancelled; the call itself has to end. */
function endedBy(body: ReadableStream<Uint8Array>, hangUp: () => void): ReadableStream<Uint8Array> {
  const reader = body.getReader()
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await reader.read()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    cancel: hangUp,
  })
}

function only(names: readonly string[], headers: Headers): Headers {
  const kept = new Headers()
  for (const name of names) {
    const value = headers.get(name)
    if (value !== null) kept.set(name, value)
  }
  return kept
}

const LONGEST_CHAIN = 5

function chainOf(certificate: Certificate): string[] {
  const chain: string[] = []
  let next: Certificate | undefined = certificate
  while (next && chain.length < LONGEST_CHAIN) {
    chain.push(next.data)
    next = next.issuerCert
  }
  return chain
}
