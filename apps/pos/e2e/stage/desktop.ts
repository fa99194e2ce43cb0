import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { provideElectron } from '../../../../scripts/electron-dist.ts'
import { openLink } from './cuttable-link.ts'
import type { Device } from './device.ts'
import { testDisplay } from './display.ts'
import { SERVER_NAME, type RestaurantServer } from '@orderez/sync-server/stage'

const pos = join(import.meta.dirname, '../..')

/** A desktop terminal: the built application in a real Electron, with its data in a folder of its own and its own cable to the server. */
export interface Desktop extends Omit<Device, 'debuggingPort'> {
  readonly app: ElectronApplication
  readonly profile: string
  /** Opens the window at the join screen of the restaurant, as a join address given to the application does. */
  openToJoin(code: string): Promise<void>
  /** Closes the application as a person does, and opens it again on the same data. */
  closeAndReopen(): Promise<void>
  /** Between `kill` and `open` a test can do to the data what a disk might. */
  kill(): Promise<void>
  open(): Promise<void>
  /** Starts the application once more while it runs on the same data; resolves with the exit code of that second process. */
  startSecond(): Promise<number | null>
}

export async function openDesktop(server: Pick<RestaurantServer, 'port' | 'authoritySpki'>): Promise<Desktop> {
  const profile = await mkdtemp(join(tmpdir(), 'orderez-desktop-'))
  const link = await openLink(() => server.port)
  const origin = `https://${SERVER_NAME}:${link.port}`
  const errors: string[] = []

  async function launch(...more: string[]): Promise<{ app: ElectronApplication; page: Page }> {
    const app = await launchDesktop(profile, more)
    const page = await app.firstWindow()
    page.on('pageerror', (error) => errors.push(String(error.stack ?? error)))
    return { app, page }
  }

  let running = await launch()
  async function open(): Promise<void> {
    running = await launch()
  }
  async function kill(): Promise<void> {
    await killDesktop(running.app, profile)
    errors.length = 0
  }
  return {
    profile,
    link,
    origin,
    get app() {
      return running.app
    },
    get page() {
      return running.page
    },
    takeErrors: () => errors.splice(0),
    async openToJoin(code) {
      const spki = Buffer.from(server.authoritySpki, 'base64').toString('base64url')
      await running.app.close()
      running = await launch(`${origin}/#join=${code}&spki=${spki}`)
    },
    async closeAndReopen() {
      await running.app.close()
      await open()
    },
    kill,
    open,
    startSecond: () => runDesktop(profile),
    async killAndReopen() {
      await kill()
      await open()
    },
    async close() {
      await running.app.close()
      await link.close()
      await rm(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** Starts the application on a profile; the server's name leads to this machine. */
export async function launchDesktop(profile: string, args: readonly string[] = []): Promise<ElectronApplication> {
  return _electron.launch(await commandOf(profile, args))
}

async function runDesktop(profile: string): Promise<number | null> {
  const { executablePath, args, env } = await commandOf(profile, ['--no-sandbox'])
  const child = spawn(executablePath, args, { env, stdio: 'ignore' })
  const [code]: (number | null)[] = await once(child, 'exit')
  return code ?? null
}

async function commandOf(profile: string, more: readonly string[]) {
  const dist = await provideElectron()
  return {
    executablePath: join(dist, process.platform === 'win32' ? 'electron.exe' : 'electron'),
    args: [
      pos,
      `--user-data-dir=${profile}`,
      `--host-resolver-rules=MAP ${SERVER_NAME} 127.0.0.1`,
      '--disable-gpu',
      '--lang=zh-CN',
      ...more,
    ],
    env: { ...definedEnvironment(), DISPLAY: await testDisplay() },
  }
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}

/** `kill -9` of every process of this application, and of no other. */
async function killDesktop(app: ElectronApplication, profile: string): Promise<void> {
  const ended = new Promise<void>((done) => app.process().once('exit', () => done()))
  process.kill(app.process().pid ?? 0, 'SIGKILL')
  const listed = spawnSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' }).stdout.split('\n')
  for (const line of listed) {
    const [, pid, args] = /^\s*(\d+)\s+(.*)$/.exec(line) ?? []
    if (pid && args?.includes(`--user-data-dir=${profile}`)) killIfThere(Number(pid))
  }
  await ended
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (cause) {
    // It ended with its main process.
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'ESRCH')) throw cause
  }
}
