import { mkdtemp, rm } from 'node:fs/promises'
import { request, type IncomingMessage, type RequestOptions, type ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedCouch } from '../../src/store/embedded-couch.ts'

/** The embedded CouchDB without a server of ours in front: what peers of a bench synchronise through. */
export interface BareCouch {
  createDatabase(name: string): Promise<void>
  /** Hands a request on under another path. */
  forward(path: string, incoming: IncomingMessage, outgoing: ServerResponse): void
  close(): Promise<void>
}

export async function openBareCouch(): Promise<BareCouch> {
  const dataDir = await mkdtemp(join(tmpdir(), 'orderez-bare-'))
  const couch = await startEmbeddedCouch(dataDir, (reason) => console.error(reason), { replicates: true })
  const { url, authorization: secret, socketPath } = couch.address
  const authorization = secret ?? ''
  const to: RequestOptions = socketPath === undefined ? { host: '127.0.0.1', port: new URL(url).port } : { socketPath }

  return {
    createDatabase: (name) =>
      new Promise((done, failed) => {
        const asked = request({ ...to, method: 'PUT', path: `/${name}`, headers: { authorization } }, (answer) => {
          answer.resume()
          if (answer.statusCode === 201) done()
          else failed(new Error(`the store answered ${answer.statusCode}`))
        })
        asked.once('error', failed).end()
      }),
    forward(path, incoming, outgoing) {
      const headers = { ...incoming.headers, authorization }
      const onward = request({ ...to, method: incoming.method ?? 'GET', path, headers }, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(outgoing)
      })
      onward.once('error', () => outgoing.destroy())
      outgoing.once('close', () => onward.destroy())
      incoming.pipe(onward)
    },
    async close() {
      await couch.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
