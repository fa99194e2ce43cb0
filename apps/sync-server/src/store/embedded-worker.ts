import { parentPort, workerData } from 'node:worker_threads'
import { DirectoryInUseError, startEmbeddedServer, type ListenAt } from './embedded-server.ts'

export type EmbeddedWorkerData = ListenAt & {
  readonly dataDir: string
  readonly authorization: string
  /** One 32-bit counter: how often something was flushed to the disk. */
  readonly flushes: SharedArrayBuffer
}

export type EmbeddedWorkerNews =
  | { readonly kind: 'listening'; readonly port: number | null }
  | { readonly kind: 'failed'; readonly inUse: boolean; readonly message: string }

const data: EmbeddedWorkerData = workerData
const port = parentPort
if (!port) throw new Error('the embedded store runs in a worker thread')
const flushes = new Int32Array(data.flushes)

function tell(news: EmbeddedWorkerNews): void {
  port?.postMessage(news)
}

try {
  const server = await startEmbeddedServer({ ...data, onFlush: () => Atomics.add(flushes, 0, 1) })
  // The only message is the wish to close.
  port.once('message', () => void server.close().finally(() => process.exit(0)))
  tell({ kind: 'listening', port: server.port })
} catch (error) {
  tell({ kind: 'failed', inUse: error instanceof DirectoryInUseError, message: String(error) })
  process.exit(1)
}
