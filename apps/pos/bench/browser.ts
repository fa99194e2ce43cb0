import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { installedBrowser } from '../../../scripts/system-parts.ts'
import { BROWSER_FLAGS } from '../e2e/stage/device.ts'
import { probe } from './painted.ts'

export interface PeerBrowser {
  readonly page: Page
  close(): Promise<void>
}

/** A browser with a new profile on the page of the peers, as a device has one. */
export async function openPeer(address: string): Promise<PeerBrowser> {
  const profile = await mkdtemp(join(tmpdir(), 'orderez-peer-'))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: installedBrowser() ?? 'chromium',
    headless: true,
    viewport: { width: 1280, height: 800 },
    args: BROWSER_FLAGS,
  })
  const page = context.pages()[0] ?? (await context.newPage())
  await probe(page)
  await page.goto(address)
  return {
    page,
    async close() {
      await context.close()
      await rm(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
