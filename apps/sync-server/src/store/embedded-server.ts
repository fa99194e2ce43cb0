import { closeSync, existsSync, fsyncSync, openSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http'
import { devNull } from 'node:os'
import { join, sep } from 'node:path'
import { text } from 'node:stream/consumers'
import expressPouchDB from 'express-pouchdb'
import PouchDB from 'pouchdb-core'
import leveldb from 'pouchdb-adapter-leveldb'
import { lockDirectory } from './directory-lock.ts'
import { createGate } from './embedded-gate.ts'
import { answerQuery, queryOf, type EmbeddedQuery, type QueriedDatabase } from './embedded-query.ts'
import { createFlushedLevel } from './flushed-level.ts'
import { createHeaderIndex, type HeaderIndex } from './header-index.ts'
import { openSortedKeys } from './sorted-keys.ts'

/** A Unix socket in a directory of ours, or a port of the loopback (0: a free one). */
export type ListenAt = { readonly socketPath: string } | { readonly port: number }

export interface EmbeddedServerOptions {
  readonly at: ListenAt
  readonly dataDir: string
  /** The Authorization header that every request must carry. */
  readonly authorization: string
  readonly onFlush: () => void
  /** Lets others replicate with it; for the peers of a bench. */
  readonly replicates?: boolean
}

export interface EmbeddedServer {
  /** Null on a Unix socket. */
  readonly port: number | null
  /** Answers what is under way, then closes the databases. */
  close(): Promise<void>
}

const PARTS = ['config-infrastructure', 'logging-infrastructure']
const ROUTES = ['root', 'db', 'bulk-docs', 'bulk-get', 'revs-diff', 'all-docs', 'changes', 'documents', '404']
const CLOSE_TIMEOUT_MS = 10_000

/** CouchDB's HTTP API on PouchDB and LevelDB. It has a server of its own: inside an Express 5 app its `_changes` fails. */
export async function startEmbeddedServer(options: EmbeddedServerOptions): Promise<EmbeddedServer> {
  const { dataDir } = options
  const unlock = await lockDirectory(dataDir)
  const level = createFlushedLevel(options.onFlush)
  // A dot keeps its name apart from those of databases.
  const keys = await openSortedKeys(join(dataDir, 'header.index'))
  const pouch = PouchDB.plugin(leveldb)
    // Compacting at each write keeps no body that nobody can ask for; there is nothing to schedule then.
    .defaults({ prefix: dataDir + sep, db: level.open, auto_compaction: true })
  const couch = expressPouchDB(pouch, {
    mode: 'custom',
    inMemoryConfig: true,
    logPath: devNull,
    overrideMode: { include: [...PARTS, ...ROUTES.map((route) => `routes/${route}`)] },
  })
  const queries = queryHandler(dataDir, (name) => new pouch(name), createHeaderIndex(keys))
  const gate = createGate(options.authorization, options)
  const server = createServer(guarded(gate, queries, couch, () => flushDirectory(dataDir)))
  const port = await listen(server, options.at)
  return {
    port,
    close: async () => {
      await stop(server)
      await level.close()
      await keys.close()
      await unlock()
    },
  }
}

function guarded(
  gate: ReturnType<typeof createGate>,
  queries: QueryHandler,
  couch: RequestListener,
  onPut: () => void,
): RequestListener {
  return (request, response) => {
    const method = request.method ?? ''
    const url = request.url ?? '/'
    const verdict = gate(method, url, request.headers.authorization)
    if (verdict !== 'pass') {
      return answer(response, verdict === 'unauthorized' ? 401 : 404, { error: verdict, reason: 'not for this server' })
    }
    const query = queryOf(method, url)
    if (query) return void queries.answer(query, request, response)
    if (method === 'DELETE') queries.forget(url.slice(1))
    if (method === 'PUT') response.once('finish', onPut)
    couch(request, response)
  }
}

interface QueryHandler {
  answer(query: EmbeddedQuery, request: IncomingMessage, response: ServerResponse): Promise<void>
  forget(name: string): void
}

function queryHandler(dataDir: string, open: (name: string) => QueriedDatabase, index: HeaderIndex): QueryHandler {
  const databases = new Map<string, QueriedDatabase>()

  function at(name: string): QueriedDatabase | null {
    const known = databases.get(name)
    // To open what is not there would create it.
    if (known || !existsSync(join(dataDir, name))) return known ?? null
    const database = open(name)
    databases.set(name, database)
    return database
  }

  return {
    forget: (name) => void databases.delete(name),
    answer: async (query, request, response) => {
      const database = at(query.database)
      if (!database) return answer(response, 404, { error: 'not_found', reason: 'no_db_file' })
      try {
        answer(response, 200, await answerQuery(query, await text(request), database, index))
      } catch (error) {
        answer(response, 500, { error: 'query_failed', reason: String(error) })
      }
    },
  }
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(body))
}

function listen(server: Server, at: ListenAt): Promise<number | null> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    const listening = (): void => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : null)
    }
    if ('port' in at) return void server.listen(at.port, '127.0.0.1', listening)
    // What a crash left behind: nobody else listens there, the directory's lock is ours.
    rmSync(at.socketPath, { force: true })
    server.listen(at.socketPath, listening)
  })
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), CLOSE_TIMEOUT_MS)
    server.close(() => {
      clearTimeout(force)
      resolve()
    })
    server.closeIdleConnections()
  })
}

/** The databases flush what they hold; that a new one exists at all is an entry of the directory above. */
function flushDirectory(path: string): void {
  if (process.platform === 'win32') return
  const directory = openSync(path, 'r')
  fsyncSync(directory)
  closeSync(directory)
}
