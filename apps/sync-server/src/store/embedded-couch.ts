import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { StoreError } from '@orderez/core/sync'
import type { CouchAddress } from './couch-client.ts'
import type { EmbeddedWorkerData, EmbeddedWorkerNews } from './embedded-worker.ts'

export interface EmbeddedCouch {
  readonly address: CouchAddress
  /** How many writes have been flushed to the disk since the start. */
  flushes(): number
  /** Ends the server as a crash would; it comes back by itself. */
  crash(): Promise<void>
  close(): Promise<void>
}

const RESTART_MS = 200

/**
 * Runs the embedded CouchDB-compatible server on a thread of its own: its work takes the second core, and an exception outside
 * a request, which ends the process where it happens, ends only that thread. It is then started again at the same address.
 */
export async function startEmbeddedCouch(dataDir: string, onCrash: (reason: string) => void): Promise<EmbeddedCouch> {
  // A directory that only this user can enter, and a short path: a socket's may have little more than 100 bytes.
  const socketDir = process.platform === 'win32' ? null : await mkdtemp(join(tmpdir(), 'orderez-'))
  const authorization = `Bearer ${randomBytes(32).toString('base64url')}`
  const flushes = new SharedArrayBuffer(4)
  const data = { dataDir, authorization, flushes }
  const place = socketDir === null ? { port: 0 } : { socketPath: join(socketDir, 'store.sock') }
  const runner = await keepRunning({ ...data, ...place }, onCrash).catch(async (error: unknown) => {
    await removeDirectory(socketDir)
    throw error
  })
  return {
    address:
      'socketPath' in place
        ? { url: 'http://embedded', authorization, socketPath: place.socketPath }
        : { url: `http://127.0.0.1:${runner.port}`, authorization },
    flushes: () => Atomics.load(new Int32Array(flushes), 0),
    crash: runner.crash,
    close: async () => {
      await runner.close()
      await removeDirectory(socketDir)
    },
  }
}

async function removeDirectory(path: string | null): Promise<void> {
  if (path !== null) await rm(path, { recursive: true, force: true })
}

interface Runner {
  readonly port: number | null
  crash(): Promise<void>
  close(): Promise<void>
}

async function keepRunning(data: EmbeddedWorkerData, onCrash: (reason: string) => void): Promise<Runner> {
  let closing = false
  let { worker, port } = await startWorker(data)
  // A restart has to come back at the port that the store knows.
  const again = port === null ? data : { ...data, port }

  function watchOver(): void {
    let reason = 'the embedded store ended'
    worker.on('error', (error: unknown) => (reason = String(error)))
    worker.once('exit', () => {
      if (closing) return
      onCrash(reason)
      setTimeout(() => void restart(), RESTART_MS)
    })
  }

  async function restart(): Promise<void> {
    if (closing) return
    try {
      ;({ worker, port } = await startWorker(again))
      watchOver()
    } catch (error) {
      onCrash(String(error))
      setTimeout(() => void restart(), RESTART_MS * 5)
    }
  }

  watchOver()
  return {
    port,
    crash: async () => {
      await worker.terminate()
    },
    close: async () => {
      closing = true
      await closeWorker(worker)
    },
  }
}

function startWorker(data: EmbeddedWorkerData): Promise<{ worker: Worker; port: number | null }> {
  const worker = new Worker(new URL('./embedded-worker.ts', import.meta.url), { workerData: data })
  return new Promise((resolve, reject) => {
    const failed = (message: string): void => reject(new StoreError('store.unavailable', `embedded store: ${message}`))
    worker.once('error', (error: unknown) => failed(String(error)))
    worker.once('exit', () => failed('ended before it was ready'))
    worker.once('message', (news: EmbeddedWorkerNews) => {
      worker.removeAllListeners()
      if (news.kind === 'listening') return resolve({ worker, port: news.port })
      if (!news.inUse) return failed(news.message)
      reject(new StoreError('store.misconfigured', `${data.dataDir} is in use by another server`))
    })
  })
}

function closeWorker(worker: Worker): Promise<void> {
  return new Promise((resolve) => {
    // A thread that has ended already has no id.
    if (worker.threadId === -1) return resolve()
    worker.once('exit', () => resolve())
    worker.postMessage('close')
  })
}
