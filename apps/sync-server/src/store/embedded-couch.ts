import { fork, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { StoreError } from '@orderez/core/sync'
import type { CouchAddress } from './couch-client.ts'
import type { EmbeddedNews, EmbeddedOrder } from './embedded-process.ts'

export interface EmbeddedCouch {
  readonly address: CouchAddress
  /** How many writes have been flushed to the disk since the server was (re)started. */
  countFlushes(): Promise<number>
  /** Kills the server's process; it comes back by itself. */
  crash(): Promise<void>
  close(): Promise<void>
}

type StartOrder = Extract<EmbeddedOrder, { kind: 'start' }>

const RESTART_MS = 200
const RETRY_MS = 1_000

/**
 * Runs the embedded CouchDB-compatible server in a process of its own: its work takes the second core, and an exception outside
 * a request, which ends the process it happens in, does not end ours. It is then started again at the same address. (In a thread
 * the whole process would crash with it: LevelDB does not survive the end of a thread that has it open.)
 */
export async function startEmbeddedCouch(
  dataDir: string,
  onCrash: (reason: string) => void,
  { replicates = false }: { readonly replicates?: boolean } = {},
): Promise<EmbeddedCouch> {
  // A directory that only this user can enter, and a short path: a socket's may have little more than 100 bytes.
  const socketDir = process.platform === 'win32' ? null : await mkdtemp(join(tmpdir(), 'orderez-'))
  const authorization = `Bearer ${randomBytes(32).toString('base64url')}`
  const at = socketDir === null ? { port: 0 } : { socketPath: join(socketDir, 'store.sock') }
  const runner = await keepRunning({ kind: 'start', dataDir, authorization, at, replicates }, onCrash).catch(
    async (error: unknown) => {
      await removeDirectory(socketDir)
      throw error
    },
  )
  return {
    address:
      'socketPath' in at
        ? { url: 'http://embedded', authorization, socketPath: at.socketPath }
        : { url: `http://127.0.0.1:${runner.port}`, authorization },
    countFlushes: runner.countFlushes,
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
  countFlushes(): Promise<number>
  crash(): Promise<void>
  close(): Promise<void>
}

async function keepRunning(order: StartOrder, onCrash: (reason: string) => void): Promise<Runner> {
  let closing = false
  let starting: Promise<void> | null = null
  let { child, port } = await startProcess(order)
  // A restart has to come back at the port that the store knows.
  const again = port === null ? order : { ...order, at: { port } }

  function restartIn(ms: number): void {
    setTimeout(() => {
      starting = restart()
    }, ms)
  }

  async function restart(): Promise<void> {
    if (closing) return
    try {
      ;({ child, port } = await startProcess(again))
      watchOver()
    } catch (error) {
      onCrash(String(error))
      restartIn(RETRY_MS)
    }
  }

  function watchOver(): void {
    child.once('exit', (code, signal) => {
      if (closing) return
      onCrash(`the embedded store ended with ${signal ?? `code ${code}`}`)
      restartIn(RESTART_MS)
    })
  }

  watchOver()
  return {
    port,
    countFlushes: async () => {
      const [news] = await Promise.all([nextNews(child), tell(child, { kind: 'countFlushes' })])
      return news.kind === 'flushes' ? news.count : 0
    },
    crash: async () => {
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    },
    close: async () => {
      closing = true
      await starting
      await closeProcess(child)
    },
  }
}

async function startProcess(order: StartOrder): Promise<{ child: ChildProcess; port: number | null }> {
  const script = fileURLToPath(new URL('./embedded-process.ts', import.meta.url))
  const child = fork(script, [], { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const ended = once(child, 'exit').then((): EmbeddedNews => ({
    kind: 'failed',
    inUse: false,
    message: 'ended at its start',
  }))
  await tell(child, order)
  const news = await Promise.race([nextNews(child), ended])
  if (news.kind === 'listening') return { child, port: news.port }
  await closeProcess(child)
  if (news.kind !== 'failed' || !news.inUse) {
    throw new StoreError('store.unavailable', `embedded store: ${news.kind === 'failed' ? news.message : news.kind}`)
  }
  throw new StoreError('store.misconfigured', `${order.dataDir} is in use by another server`)
}

async function nextNews(child: ChildProcess): Promise<EmbeddedNews> {
  const [news]: EmbeddedNews[] = await once(child, 'message')
  return news ?? { kind: 'failed', inUse: false, message: 'said nothing' }
}

function tell(child: ChildProcess, order: EmbeddedOrder): Promise<void> {
  // Whom nobody hears any more has ended; that is seen where its end is waited for.
  return new Promise((resolve) => child.send(order, () => resolve()))
}

async function closeProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  await tell(child, { kind: 'close' })
  await gone
}
