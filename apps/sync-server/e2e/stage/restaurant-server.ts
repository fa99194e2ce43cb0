import { createHash, X509Certificate } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { childrenOf, freePort, spawnServer, type ServerProcess } from './server-process.ts'

/** The name by which the tests' devices know the server: not loopback, so that nothing is a secure context for free. */
export const SERVER_NAME = 'pos.orderez.test'

export interface RestaurantOptions {
  /** Without it nothing is set up. */
  readonly demo?: boolean
  /** Days of past orders in the demo; none unless told, so that a test begins with an empty evening. */
  readonly demoDays?: number
  readonly web?: string
  readonly log?: string
}

/** A real server process on a data directory of its own, which a test can kill and start again. */
export interface RestaurantServer {
  readonly port: number
  readonly dataDir: string
  /** The site authority's certificate, and the SHA-256 of its public key in base64: what a device is told to trust. */
  readonly caPem: string
  readonly authoritySpki: string
  /** Of the latest start: from nothing to the printed join code. */
  readyMs(): number
  /** The plain HTTP side of this run. */
  trustOrigin(): string
  /** The processes of this run: the server's own and those it has started. */
  processes(): readonly [number, ...number[]]
  /** Everything that was printed and logged in all runs. */
  output(): string
  /** The newest join code that the server printed and nobody has used. */
  joinCode(): Promise<string>
  /** The newest set-up code that the server printed. */
  setupCode(): Promise<string>
  /** `kill -9`, in the middle of whatever it does. */
  kill(): Promise<void>
  /** SIGTERM; resolves with the exit code. */
  stop(): Promise<number | null>
  /** Starts again on the same data and port. */
  start(): Promise<void>
  /** Ends it and removes its data. */
  close(): Promise<void>
}

export async function openRestaurant(options: RestaurantOptions = {}): Promise<RestaurantServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'orderez-e2e-'))
  const port = await freePort()
  const args = argumentsOf(dataDir, port, options)
  let run = await startRun(args)
  const former: string[] = []
  const caPem = await (await fetch(`${run.trustOrigin}/trust/ca.pem`)).text()
  const usedCodes = new Set<string>()

  async function end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
    run.process.child.kill(signal)
    return run.process.ended
  }
  return {
    port,
    dataDir,
    caPem,
    authoritySpki: spkiOf(caPem),
    readyMs: () => run.readyMs,
    trustOrigin: () => run.trustOrigin,
    processes() {
      const pid = run.process.child.pid ?? 0
      return [pid, ...childrenOf(pid)]
    },
    output: () => [...former, run.process.said(), run.process.logged()].join('\n'),
    async joinCode() {
      const code = await run.process.until((said) => printedCodes(said).find((found) => !usedCodes.has(found)))
      usedCodes.add(code)
      return code
    },
    setupCode: () => run.process.until((said) => printedCodes(said, 'Set-up code').at(-1)),
    async kill() {
      await end('SIGKILL')
    },
    stop: () => end('SIGTERM'),
    async start() {
      former.push(run.process.said(), run.process.logged())
      run = await startRun(args)
    },
    async close() {
      await end('SIGKILL')
      await rm(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
    },
  }
}

function argumentsOf(
  dataDir: string,
  port: number,
  { demo = true, demoDays = 0, web, log = 'warn' }: RestaurantOptions,
): string[] {
  const settings = {
    data: dataDir,
    port: String(port),
    'trust-port': '0',
    names: SERVER_NAME,
    'demo-days': String(demoDays),
    web: web ?? 'apps/pos/dist/web',
    log,
  }
  const flags = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value])
  return demo ? [...flags, '--demo'] : flags
}

interface Run {
  readonly process: ServerProcess
  readonly trustOrigin: string
  readonly readyMs: number
}

async function startRun(args: readonly string[]): Promise<Run> {
  const from = performance.now()
  const started = spawnServer(args)
  await started.until((said) => /Join code|Set-up code/.exec(said) ?? undefined)
  const readyMs = performance.now() - from
  const trustOrigin = await started.until((said) => /(http:\/\/localhost:\d+)\/trust/.exec(said)?.[1])
  return { process: started, trustOrigin, readyMs }
}

function printedCodes(said: string, which = 'Join code'): string[] {
  return [...said.matchAll(new RegExp(`${which}\\D+?([2-9A-Z]{4}-[2-9A-Z]{4})`, 'g'))].map((found) => found[1] ?? '')
}

function spkiOf(caPem: string): string {
  const key = new X509Certificate(caPem).publicKey.export({ type: 'spki', format: 'der' })
  return createHash('sha256').update(key).digest('base64')
}
