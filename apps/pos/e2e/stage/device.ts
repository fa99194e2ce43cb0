import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type BrowserContext, type Page } from 'playwright-core'
import { installedBrowser } from '../../../../scripts/system-parts.ts'
import { openLink, type CuttableLink } from './cuttable-link.ts'
import { SERVER_NAME, type RestaurantServer } from '@orderez/sync-server/stage'

const SIZES = {
  tablet: { width: 1280, height: 800 },
  phone: { width: 390, height: 844 },
  kitchen: { width: 1920, height: 1080 },
} as const
export type DeviceSize = keyof typeof SIZES

/** One device: a browser profile of its own on disk, and its own cable to the server. */
export interface Device {
  readonly link: CuttableLink
  readonly origin: string
  readonly page: Page
  /** What the page reported as errors since the last call. */
  takeErrors(): readonly string[]
  /** Where tools that judge a page reach the browser; on loopback. */
  debuggingPort(): Promise<number>
  /** `kill -9` of the whole browser, then a new one on the same profile. */
  killAndReopen(): Promise<void>
  close(): Promise<void>
}

export const BROWSER_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export async function openDevice(
  server: RestaurantServer,
  size: DeviceSize,
  options: { locale?: string; trusts?: boolean; isJudged?: boolean } = {},
): Promise<Device> {
  const profile = await mkdtemp(join(tmpdir(), 'orderez-device-'))
  const link = await openLink(() => server.port)
  const origin = `https://${SERVER_NAME}:${link.port}`
  const errors: string[] = []

  async function launch(): Promise<{ context: BrowserContext; page: Page }> {
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: installedBrowser() ?? 'chromium',
      headless: true,
      viewport: SIZES[size],
      locale: options.locale ?? 'zh-CN',
      args: [
        ...BROWSER_FLAGS,
        ...(options.isJudged ? ['--remote-debugging-port=0'] : []),
        `--host-resolver-rules=MAP ${SERVER_NAME} 127.0.0.1`,
        ...(options.trusts === false ? [] : [`--ignore-certificate-errors-spki-list=${server.authoritySpki}`]),
      ],
    })
    const page = context.pages()[0] ?? (await context.newPage())
    page.on('pageerror', (error) => errors.push(String(error.stack ?? error)))
    return { context, page }
  }

  let running = await launch()
  return {
    link,
    origin,
    get page() {
      return running.page
    },
    takeErrors: () => errors.splice(0),
    async debuggingPort() {
      const [port] = (await readFile(join(profile, 'DevToolsActivePort'), 'utf8')).split('\n')
      return Number(port)
    },
    async killAndReopen() {
      killBrowserOf(profile)
      await running.context.close().catch((cause: unknown) => errors.push(`closing a killed browser: ${String(cause)}`))
      errors.length = 0
      running = await launch()
    },
    async close() {
      await running.context.close()
      await link.close()
      await rm(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** Ends every process of the browser that runs on this profile, and no other. */
function killBrowserOf(profile: string): void {
  const listed = spawnSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' }).stdout.split('\n')
  for (const line of listed) {
    const [, pid, args] = /^\s*(\d+)\s+(.*)$/.exec(line) ?? []
    if (pid && args?.includes(`--user-data-dir=${profile}`)) process.kill(Number(pid), 'SIGKILL')
  }
}
