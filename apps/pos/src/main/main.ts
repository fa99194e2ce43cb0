import { join } from 'node:path'
import {
  app,
  BrowserWindow,
  ipcMain,
  Menu,
  protocol,
  safeStorage,
  screen,
  session,
  type MenuItemConstructorOptions,
} from 'electron'
import { siteSchema } from '../shared/host-api.ts'
import { APP_SCHEME, createAppProtocol } from './app-protocol.ts'
import { confinePages, grantNothing, reachNobody } from './confine-page.ts'
import { openHostDoor } from './host-door.ts'
import { createHostHandlers } from './host-handlers.ts'
import { createIdentityFile } from './identity-file.ts'
import { joinFragment } from './join-address.ts'
import { createKeptFile } from './kept-file.ts'
import { createLogDesk } from './log-desk.ts'
import { openMainWindow, showPage } from './main-window.ts'
import { createPageFiles } from './page-files.ts'
import { removeDrafts } from './safe-file.ts'
import { createSiteGate } from './site-gate.ts'
import { windowStateSchema } from './window-state.ts'

const dist = join(import.meta.dirname, '..')

function open(): void {
  protocol.registerSchemesAsPrivileged([APP_SCHEME])
  confinePages(app)
  const data = app.getPath('userData')
  const site = createKeptFile(join(data, 'site.json'), siteSchema)
  const logs = createLogDesk(join(data, 'fact-log'))
  const handlers = createHostHandlers({ info: appInfo(), site, identity: identityFile(data), logs })
  openHostDoor(ipcMain, handlers)
  const place = createKeptFile(join(data, 'window.json'), windowStateSchema)
  finishAtTheEnd([() => logs.close(), () => place.settled()])

  void app.whenReady().then(async () => {
    await removeDrafts(data)
    const gate = createSiteGate({ site: () => site.read(), openSession: memorySession, now: Date.now })
    protocol.handle(APP_SCHEME.scheme, createAppProtocol(createPageFiles(join(dist, 'web')), gate))
    grantNothing(session.defaultSession)
    reachNobody(session.defaultSession)
    Menu.setApplicationMenu(applicationMenu())
    const window = await openMainWindow(
      {
        preload: join(dist, 'preload/preload.cjs'),
        devTools: !app.isPackaged,
        state: place,
        screens: () => screen.getAllDisplays().map(({ workArea }) => workArea),
        create: (options) => new BrowserWindow(options),
      },
      joinFragment(process.argv),
    )
    app.on('second-instance', (_event, args) => {
      const fragment = joinFragment(args)
      if (fragment !== null)
        showPage(window, fragment).catch((cause: unknown) => console.error('page not loaded:', cause))
      if (window.isMinimized()) window.restore()
      window.focus()
    })
  })
  app.on('window-all-closed', () => app.quit())
}

function appInfo() {
  const { electron } = process.versions
  return { version: app.getVersion(), electron, platform: process.platform, flushes: true }
}

function identityFile(data: string) {
  return createIdentityFile(join(data, 'identity.json'), {
    available: () => safeStorage.isEncryptionAvailable(),
    seal: (text) => safeStorage.encryptString(text),
    open: (sealed) => safeStorage.decryptString(Buffer.from(sealed)),
  })
}

/** A session without `persist:` keeps nothing on the disk. */
function memorySession(partition: string) {
  const named = session.fromPartition(partition, { cache: false })
  grantNothing(named)
  return named
}

/** What is waiting to be written is written before the process ends. */
function finishAtTheEnd(tasks: readonly (() => Promise<void>)[]): void {
  app.once('will-quit', (event) => {
    event.preventDefault()
    // Not at once: Electron takes no second "quit" while it is still told that the first one is prevented.
    void Promise.allSettled(tasks.map((task) => task())).then(() => setImmediate(() => app.quit()))
  })
}

/** Only macOS needs a menu: without one it has no copy, paste and quit by keyboard. */
function applicationMenu(): Menu | null {
  const template: MenuItemConstructorOptions[] = [{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }]
  return process.platform === 'darwin' ? Menu.buildFromTemplate(template) : null
}

// The data of one installation has one process: the log has one writer.
if (app.requestSingleInstanceLock()) open()
else app.quit()
