import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { once } from 'node:events'
import { extname, join, normalize } from 'node:path'
import type { AddressInfo } from 'node:net'
import { openBareCouch } from '@orderez/sync-server/stage'

const built = join(import.meta.dirname, '../dist/bench')
const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript' }

export interface BenchSite {
  /** Of the page of the peers. On loopback, so that it is a secure context. */
  readonly origin: string
  /** A new, empty database; its address for the page. */
  database(): Promise<string>
  close(): Promise<void>
}

/** A file of the built page of the benches. */
export async function pageFile(path: string): Promise<{ body: Buffer; contentType: string }> {
  const name = normalize(path === '/' ? '/index.html' : path)
  return { body: await readFile(join(built, name)), contentType: TYPES[extname(name)] ?? 'application/octet-stream' }
}

/** Serves the page of the peers, and under `/couch/` an embedded CouchDB for those that synchronise. */
export async function openBenchSite(): Promise<BenchSite> {
  const couch = await openBareCouch()
  const server = createServer((incoming, outgoing) => {
    const { pathname, search } = new URL(incoming.url ?? '/', 'http://localhost')
    if (pathname.startsWith('/couch/')) {
      couch.forward(`${pathname.slice('/couch'.length)}${search}`, incoming, outgoing)
      return
    }
    pageFile(pathname).then(
      ({ body, contentType }) => outgoing.writeHead(200, { 'content-type': contentType }).end(body),
      () => outgoing.writeHead(404).end(),
    )
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  let databases = 0
  return {
    origin,
    async database() {
      databases += 1
      await couch.createDatabase(`peer${databases}`)
      return `${origin}/couch/peer${databases}/`
    },
    async close() {
      server.closeAllConnections()
      server.close()
      await couch.close()
    },
  }
}
