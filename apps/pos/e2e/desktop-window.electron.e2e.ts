import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElectronApplication, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HOST_API_KEY, type HostApi } from '../src/shared/host-api.ts'
import { launchDesktop } from './stage/desktop.ts'

/** What a hostile page would have in its hands. */
declare global {
  var orderezHost: HostApi
}

const ELSEWHERE = 'https://elsewhere.example/'

let profile: string
let app: ElectronApplication
let page: Page
beforeAll(async () => {
  profile = await mkdtemp(join(tmpdir(), 'orderez-window-'))
  app = await launchDesktop(profile)
  page = await app.firstWindow()
  await page.waitForLoadState()
})
afterAll(async () => {
  await app?.close()
  await rm(profile, { recursive: true, force: true, maxRetries: 5 })
})

describe('the window', () => {
  it('is a secure context of its own origin, with the HostApi and nothing else of the host', async () => {
    const found = await page.evaluate(() => ({
      origin: location.origin,
      isSecure: isSecureContext,
      node: ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer'].filter(
        (name) => name in globalThis,
      ),
    }))
    expect(found).toEqual({ origin: 'app://orderez', isSecure: true, node: [] })
    expect(HOST_API_KEY).toBe('orderezHost')
    const info = await page.evaluate(() => orderezHost.appInfo())
    expect(info).toMatchObject({ ok: true, value: { flushes: true, version: '0.1.0' } })
  })

  it.each([
    ['by its address', () => void (location.href = 'https://elsewhere.example/')],
    [
      'by a form',
      () => {
        const form = document.createElement('form')
        form.action = 'https://elsewhere.example/'
        document.body.append(form)
        form.submit()
      },
    ],
    [
      'by a link',
      () => {
        const link = document.createElement('a')
        link.href = 'https://elsewhere.example/'
        document.body.append(link)
        link.click()
      },
    ],
    ['to a file', () => void (location.href = 'file:///etc/passwd')],
    ['to data', () => void (location.href = 'data:text/html,<p>elsewhere')],
  ])('does not go elsewhere %s', async (_, leave) => {
    await page.evaluate(leave)
    await page.waitForTimeout(300)
    expect(page.url()).toMatch(/^app:\/\/orderez\//)
    expect(await page.evaluate(() => 'orderezHost' in globalThis)).toBe(true)
  })

  it('opens no second window', async () => {
    expect(await page.evaluate((url) => window.open(url) === null, ELSEWHERE)).toBe(true)
    expect(await page.evaluate(() => window.open('app://orderez/') === null)).toBe(true)
    expect(app.windows()).toHaveLength(1)
  })

  it('runs no inline script, no eval, no foreign frame and talks to no foreign origin', async () => {
    const refused = await page.evaluate(async (elsewhere) => {
      const violated: string[] = []
      document.addEventListener('securitypolicyviolation', (event) => violated.push(event.effectiveDirective))
      const script = document.createElement('script')
      script.textContent = 'globalThis.wasRun = true'
      document.body.append(script)
      const frame = document.createElement('iframe')
      frame.src = elsewhere
      document.body.append(frame)
      // The driver may evaluate what the page may not; a task of the page's own may not.
      await new Promise((done) => setTimeout(done))
      const evaluated = await Promise.resolve()
        // oxlint-disable-next-line typescript/no-implied-eval -- that this is refused is what is tested
        .then(() => new Function('return 1')() as number)
        .catch(() => 0)
      const answered = await fetch(elsewhere).then(
        () => 1,
        () => 0,
      )
      await new Promise((done) => setTimeout(done, 200))
      script.remove()
      frame.remove()
      return { evaluated, answered, ran: 'wasRun' in globalThis, violated: [...new Set(violated)].toSorted() }
    }, ELSEWHERE)
    expect(refused).toMatchObject({ evaluated: 0, answered: 0, ran: false })
    expect(refused.violated).toEqual(['connect-src', 'frame-src', 'script-src', 'script-src-elem'])
  })

  it('has no network of its own, even without the policy of the page', async () => {
    const answer = await app.evaluate(({ session }) =>
      session.defaultSession.fetch('https://127.0.0.1:1/').then(
        () => 'answered',
        (cause: Error) => cause.message,
      ),
    )
    expect(answer).toContain('ERR_BLOCKED_BY_CLIENT')
  })

  it('gets no right of the device', async () => {
    const rights = await page.evaluate(async () => {
      const states = await Promise.all(
        (['geolocation', 'notifications', 'camera', 'microphone'] as PermissionName[]).map(
          async (name) => (await navigator.permissions.query({ name })).state,
        ),
      )
      const camera = await navigator.mediaDevices.getUserMedia({ video: true }).then(
        () => 'given',
        (cause: Error) => cause.name,
      )
      return { states, camera, notifications: await Notification.requestPermission() }
    })
    expect(rights.states).toEqual(['denied', 'denied', 'denied', 'denied'])
    expect(rights.camera).not.toBe('given')
    expect(rights.notifications).toBe('denied')
  })

  it('reads no file but its own', async () => {
    const answers = await page.evaluate(async () => {
      const paths = [
        '/..%2fmain%2fmain.js',
        '/%2e%2e/main/main.js',
        '/assets/..%2f..%2fmain%2fmain.js',
        '/..%5cmain%5cmain.js',
      ]
      return Promise.all(paths.map(async (path) => (await fetch(`app://orderez${path}`)).status))
    })
    expect(answers).toEqual([400, 404, 400, 400])
    const file = await page.evaluate(() =>
      fetch('file:///etc/passwd').then(
        () => 'read',
        () => 'refused',
      ),
    )
    expect(file).toBe('refused')
  })

  it('is asked by no other page, not even one with the same preload', async () => {
    const preload = join(import.meta.dirname, '../dist/preload/preload.cjs')
    const answer = await app.evaluate(async ({ BrowserWindow }, path) => {
      const webPreferences = { preload: path, sandbox: true, contextIsolation: true }
      const foreign = new BrowserWindow({ show: false, webPreferences })
      await foreign.loadURL('data:text/html,<p>foreign')
      const heard: unknown = await foreign.webContents.executeJavaScript('orderezHost.identity.read()')
      foreign.destroy()
      return heard
    }, preload)
    expect(answer).toMatchObject({ ok: false, code: 'request.malformed' })
  })
})

describe('what does not parse', () => {
  it('is answered with a code, and nothing happens', async () => {
    const codes = await page.evaluate(async () => {
      const { factLog, site, identity } = orderezHost
      const terminal = 'trm_01a2075f-7b04-7555-964c-6707b39a2bd5'
      const incarnation = 'inc_01a2075f-7b04-7555-964c-6707b39a2bd5'
      // Each call as a hostile script would make it, whatever the types say.
      const call = (operation: Function, ...args: unknown[]) =>
        operation(...args) as Promise<{ ok: boolean; code?: string }>
      const deep: { next?: object } = {}
      let inner = deep
      for (let depth = 0; depth < 400; depth += 1) inner = inner.next = {} as { next?: object }
      const answers = await Promise.all([
        call(site.write),
        call(site.write, { origin: 'http://plain.example', spki: null }),
        call(site.write, { origin: 'https://user:pw@evil.example/path', spki: null }),
        call(site.write, { origin: 'https://a.example', spki: 'short' }),
        call(site.write, { origin: 'https://a.example', spki: null, more: 1 }),
        call(identity.write, JSON.parse('{"__proto__":{"terminal":"x"}}')),
        call(identity.read, 'unasked'),
        call(factLog.open, { terminal: '../../../../tmp/elsewhere', incarnation }),
        call(factLog.open, { terminal, incarnation: 7 }),
        call(factLog.append, 'nonsense'),
        call(factLog.append, []),
        call(factLog.append, [{ id: 'x' }]),
        call(factLog.append, [deep]),
        call(
          factLog.append,
          Array.from({ length: 1_001 }, () => ({})),
        ),
        call(factLog.read, null, -1),
        call(factLog.read, null, 2 ** 53),
        call(factLog.read, { incarnation, n: 0.5 }, 1),
        call(factLog.dropThrough, null),
        call(factLog.startIncarnation, terminal),
      ])
      return answers.map(({ ok, code }) => (ok ? 'ok' : code))
    })
    expect(codes).toEqual(codes.map(() => 'request.malformed'))
    expect(await page.evaluate(() => orderezHost.site.read())).toEqual({ ok: true, value: null })
    expect(await page.evaluate(() => orderezHost.identity.read())).toEqual({ ok: true, value: null })
    expect(await page.evaluate(() => orderezHost.factLog.tail())).toEqual({ ok: false, code: 'log.notOpen' })
  })
})

describe('a window whose process dies', () => {
  it('comes back by itself', async () => {
    const info = await app.evaluate(async ({ BrowserWindow }): Promise<unknown> => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      const isBack = new Promise<void>((done) => contents?.once('did-finish-load', () => done()))
      contents?.forcefullyCrashRenderer()
      await isBack
      return contents?.executeJavaScript('orderezHost.appInfo()')
    })
    expect(info).toMatchObject({ ok: true })
  })
})
