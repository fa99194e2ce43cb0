import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { chromium, type Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { provideElectron } from '../../../scripts/electron-dist.ts'
import { localBinary, mustRun } from '../../../scripts/run-program.ts'
import { testDisplay } from './stage/display.ts'

const pos = join(import.meta.dirname, '..')

let folder: string
let application: string
let running: ChildProcess | null = null
let browser: Browser | null = null
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'orderez-package-'))
  const builder = localBinary('electron-builder', join(pos, 'node_modules/.bin'))
  const places = [`-c.directories.output=${folder}`, `-c.electronDist=${await provideElectron()}`]
  const args = ['--dir', '--publish', 'never', '--config', '../../electron-builder.yml', ...places]
  await mustRun(builder, args, { cwd: pos, stdio: 'ignore' })
  application = join(folder, 'linux-unpacked')
})
afterAll(async () => {
  await browser?.close()
  if (running) {
    const ended = once(running, 'exit')
    running.kill()
    await ended
  }
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})

describe('the packed application', () => {
  it('carries the three builds and nothing else', () => {
    const asar = join(application, 'resources/app.asar')
    const listed = spawnSync(localBinary('asar'), ['list', asar], { encoding: 'utf8' }).stdout.trim().split('\n')
    const files = listed.map((path) => path.replaceAll('\\', '/')).filter((path) => /\.[a-z0-9]+$/.test(path))
    expect(files).toEqual(
      expect.arrayContaining([
        '/package.json',
        '/dist/main/main.js',
        '/dist/preload/preload.cjs',
        '/dist/web/index.html',
      ]),
    )
    const foreign = files.filter((path) => !/^\/(package\.json|dist\/(main|preload|web)\/[^.].*)$/.test(path))
    expect(foreign).toEqual([])
    expect(
      files.filter((path) =>
        /\.(tsx?|map|env|pem|key|log)$|\.(test|e2e)\.|\/(tests?|e2e|bench|node_modules)\//.test(path),
      ),
    ).toEqual([])
  })

  it('is no Node for whoever asks', () => {
    const asked = spawnSync(join(application, 'orderez'), ['-p', '6 * 7'], {
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', DISPLAY: '' },
      encoding: 'utf8',
      timeout: 20_000,
    })
    expect(asked.stdout).not.toContain('42')
  })

  it('starts, and shows where to join', async () => {
    const profile = join(folder, 'profile')
    const args = ['--no-sandbox', '--disable-gpu', '--remote-debugging-port=0', `--user-data-dir=${profile}`]
    const env = { ...process.env, DISPLAY: await testDisplay() }
    running = spawn(join(application, 'orderez'), args, { env, stdio: 'ignore' })
    browser = await chromium.connectOverCDP(`http://127.0.0.1:${await debuggingPort(profile)}`)
    const page = browser.contexts()[0]?.pages()[0]
    await page?.locator('[data-testid="join-code"]').waitFor()
    expect(page?.url()).toBe('app://orderez/')
    expect(await page?.evaluate(() => orderezHost.appInfo())).toMatchObject({ ok: true, value: { version: '0.1.0' } })
  })
})

/** Chromium writes the port that it found into its profile. */
async function debuggingPort(profile: string): Promise<string> {
  for (;;) {
    const text = await readFile(join(profile, 'DevToolsActivePort'), 'utf8').catch(() => '')
    const [port] = text.split('\n')
    if (port) return port
    await sleep(50)
  }
}
