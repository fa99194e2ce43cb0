import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../../../..')
const READY_MS = 60_000

export interface ServerProcess {
  readonly child: ChildProcess
  /** The exit code; null where a signal ended it. */
  readonly ended: Promise<number | null>
  /** What it tells the people at the machine. */
  said(): string
  /** Its log. */
  logged(): string
  /** Waits for something in `said`. Rejects when the process ends before, or after a minute. */
  until<T>(find: (said: string) => T | undefined): Promise<T>
}

/** Starts the server as `npm start` does, on loopback. */
export function spawnServer(args: readonly string[], env: Readonly<Record<string, string>> = {}): ServerProcess {
  const child = spawn(process.execPath, ['apps/sync-server/src/main.ts', '--host', '127.0.0.1', ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  })
  let said = ''
  let logged = ''
  const waiting = new Set<() => void>()
  child.stdout?.on('data', (chunk: Buffer) => {
    said += chunk.toString()
    for (const look of waiting) look()
  })
  child.stderr?.on('data', (chunk: Buffer) => (logged += chunk.toString()))
  // `close` comes after the last word, `exit` may not.
  const ended = new Promise<number | null>((done) => child.once('close', (code) => done(code)))

  function until<T>(find: (text: string) => T | undefined): Promise<T> {
    return new Promise((done, failed) => {
      const finish = () => {
        clearTimeout(limit)
        waiting.delete(look)
      }
      const look = () => {
        const found = find(said)
        if (found === undefined) return
        finish()
        done(found)
      }
      const fail = (why: string) => {
        finish()
        failed(new Error(`${why}\n${said}\n${logged.slice(-20_000)}`))
      }
      const limit = setTimeout(() => fail('The server did not say what was awaited.'), READY_MS)
      void ended.then((code) => fail(`The server ended (${code}).`))
      waiting.add(look)
      look()
    })
  }
  return { child, ended, until, said: () => said, logged: () => logged }
}

/** A start that is expected to fail: everything about its end. */
export async function failedStart(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const from = performance.now()
  const run = spawnServer(args, env)
  const code = await run.ended
  return { code, said: run.said(), logged: run.logged(), ms: performance.now() - from }
}

/** The processes that a process has started and that still run; it needs Linux's /proc. */
export function childrenOf(pid: number): number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number)
}

export function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    // There is no such process.
    return false
  }
}

export function freePort(): Promise<number> {
  return new Promise((found, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => found(port))
    })
  })
}
