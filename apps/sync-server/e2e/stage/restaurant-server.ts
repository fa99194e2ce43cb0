import { spawn, type ChildProcess } from 'node:child_process'
import { createHash, X509Certificate } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** The name by which the tests' devices know the server: not loopback, so that nothing is a secure context for free. */
export const SERVER_NAME = 'pos.orderez.test'

const root = resolve(import.meta.dirname, '../../../..')
const READY_MS = 60_000

/** A real server process on a data directory of its own, which a test can kill and start again. */
export interface RestaurantServer {
  readonly port: number
  readonly dataDir: string
  /** The site authority's certificate, and the SHA-256 of its public key in base64: what a device is told to trust. */
  readonly caPem: string
  readonly authoritySpki: string
  /** The newest join code that the server printed and nobody has used. */
  joinCode(): Promise<string>
  /** `kill -9`, in the middle of whatever it does. */
  kill(): Promise<void>
  /** SIGTERM; resolves with the exit code. */
  stop(): Promise<number | null>
  /** Starts again on the same data and port. */
  start(): Promise<void>
  /** Ends it and removes its data. */
  close(): Promise<void>
}

export async function openRestaurant(): Promise<RestaurantServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'orderez-e2e-'))
  const port = await freePort()
  let run = await startProcess(dataDir, port)
  const caPem = await readAuthority(run)
  const usedCodes = new Set<string>()

  return {
    port,
    dataDir,
    caPem,
    authoritySpki: spkiOf(caPem),
    async joinCode() {
      const code = await run.until((output) => printedCodes(output).find((found) => !usedCodes.has(found)))
      usedCodes.add(code)
      return code
    },
    async kill() {
      run.child.kill('SIGKILL')
      await run.ended
    },
    async stop() {
      run.child.kill('SIGTERM')
      return run.ended
    },
    async start() {
      run = await startProcess(dataDir, port)
    },
    async close() {
      run.child.kill('SIGKILL')
      await run.ended
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

function printedCodes(output: string): string[] {
  return [...output.matchAll(/Join code\D+?([2-9A-Z]{4}-[2-9A-Z]{4})/g)].map((found) => found[1] ?? '')
}

interface Run {
  readonly child: ChildProcess
  readonly ended: Promise<number | null>
  until<T>(find: (output: string) => T | undefined): Promise<T>
}

async function startProcess(dataDir: string, port: number): Promise<Run> {
  const args = [
    'apps/sync-server/src/main.ts',
    '--demo',
    '--data',
    dataDir,
    '--port',
    String(port),
    '--trust-port',
    '0',
    '--host',
    '127.0.0.1',
  ]
  const child = spawn(
    process.execPath,
    [...args, '--names', SERVER_NAME, '--web', 'apps/pos/dist/web', '--log', 'warn'],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  let output = ''
  let noise = ''
  const waiting = new Set<() => void>()
  child.stdout?.on('data', (chunk: Buffer) => {
    output += chunk.toString()
    for (const look of waiting) look()
  })
  child.stderr?.on('data', (chunk: Buffer) => (noise = (noise + chunk.toString()).slice(-20_000)))
  const ended = new Promise<number | null>((done) => child.once('exit', (code) => done(code)))

  function until<T>(find: (text: string) => T | undefined): Promise<T> {
    return new Promise((done, failed) => {
      const finish = () => {
        clearTimeout(limit)
        waiting.delete(look)
      }
      const look = () => {
        const found = find(output)
        if (found === undefined) return
        finish()
        done(found)
      }
      const limit = setTimeout(() => {
        finish()
        failed(new Error(`The server did not print what was awaited.\n${output}\n${noise}`))
      }, READY_MS)
      void ended.then((code) => {
        finish()
        failed(new Error(`The server ended (${code}).\n${output}\n${noise}`))
      })
      waiting.add(look)
      look()
    })
  }

  const run = { child, ended, until }
  await until((text) => /Join code/.exec(text) ?? undefined)
  return run
}

async function readAuthority(run: Run): Promise<string> {
  const trustAddress = await run.until((text) => /(http:\/\/localhost:\d+)\/trust/.exec(text)?.[1])
  return (await fetch(`${trustAddress}/trust/ca.pem`)).text()
}

function spkiOf(caPem: string): string {
  const key = new X509Certificate(caPem).publicKey.export({ type: 'spki', format: 'der' })
  return createHash('sha256').update(key).digest('base64')
}

function freePort(): Promise<number> {
  return new Promise((resolvePort, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolvePort(port))
    })
  })
}
