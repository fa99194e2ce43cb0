import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { DirectoryInUseError } from './directory-lock.ts'
import { startEmbeddedServer, type EmbeddedServer, type ListenAt } from './embedded-server.ts'

/** What the sync-server tells this process. The secret comes this way because arguments and environment can be listed by others. */
export type EmbeddedOrder =
  | {
      readonly kind: 'start'
      readonly dataDir: string
      readonly authorization: string
      readonly at: ListenAt
      readonly replicates: boolean
    }
  | { readonly kind: 'countFlushes' }
  | { readonly kind: 'close' }

export type EmbeddedNews =
  | { readonly kind: 'listening'; readonly port: number | null }
  | { readonly kind: 'failed'; readonly inUse: boolean; readonly message: string }
  | { readonly kind: 'flushes'; readonly count: number }

let server: EmbeddedServer | null = null
let socketDir: string | null = null
let flushes = 0

function tell(news: EmbeddedNews): void {
  process.send?.(news)
}

async function start(order: Extract<EmbeddedOrder, { kind: 'start' }>): Promise<void> {
  const { kind: _kind, ...options } = order
  const { at } = options
  if ('socketPath' in at) socketDir = dirname(at.socketPath)
  try {
    server = await startEmbeddedServer({ ...options, onFlush: () => (flushes += 1) })
    tell({ kind: 'listening', port: server.port })
  } catch (error) {
    tell({ kind: 'failed', inUse: error instanceof DirectoryInUseError, message: String(error) })
  }
}

async function close(): Promise<void> {
  try {
    await server?.close()
  } finally {
    process.exit(0)
  }
}

process.on('message', (order: EmbeddedOrder) => {
  if (order.kind === 'start') void start(order)
  else if (order.kind === 'close') void close()
  else tell({ kind: 'flushes', count: flushes })
})
// The sync-server does this too, but may have been killed; and requests that are cut off may end this process before it is closed.
process.once('exit', () => {
  if (socketDir !== null) rmSync(socketDir, { recursive: true, force: true })
})
// The sync-server is gone, however it went.
process.once('disconnect', () => void close())
// Ctrl-C and a service manager reach the whole group at once; the sync-server still has requests to finish, and says when.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined)
