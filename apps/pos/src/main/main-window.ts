import type { BrowserWindow as Window, BrowserWindowConstructorOptions } from 'electron'
import { APP_ORIGIN } from '../shared/host-api.ts'
import type { KeptFile } from './kept-file.ts'
import { placeWindow, SMALLEST_SIZE, type Rectangle, type WindowState } from './window-state.ts'

export interface MainWindowParts {
  readonly preload: string
  readonly devTools: boolean
  readonly state: KeptFile<WindowState>
  screens(): readonly Rectangle[]
  create(options: BrowserWindowConstructorOptions): Window
}

const AFTER_A_CRASH_MS = 1_000

/** Opens the one window. It runs our page in the sandbox, and no timer of it slows down when nobody looks. */
export async function openMainWindow(parts: MainWindowParts, fragment: string | null): Promise<Window> {
  // A place that cannot be read is not worth a start that fails.
  const state = await parts.state.read().catch(() => null)
  const window = parts.create({
    ...placeWindow(state, parts.screens()),
    minWidth: SMALLEST_SIZE.width,
    minHeight: SMALLEST_SIZE.height,
    show: false,
    webPreferences: {
      preload: parts.preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      backgroundThrottling: false,
      devTools: parts.devTools,
    },
  })
  window.once('ready-to-show', () => (state?.isMaximized ? window.maximize() : window.show()))
  window.on('close', () => rememberPlace(window, parts.state))
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') setTimeout(() => reload(window), AFTER_A_CRASH_MS)
  })
  await showPage(window, fragment)
  return window
}

/** Loads the page, at its join screen where there is a fragment to join with. */
export async function showPage(window: Window, fragment: string | null): Promise<void> {
  if (!window.isDestroyed()) await window.loadURL(`${APP_ORIGIN}/${fragment === null ? '' : `#${fragment}`}`)
}

function reload(window: Window): void {
  showPage(window, null).catch((cause: unknown) => console.error('page not loaded again:', cause))
}

function rememberPlace(window: Window, state: KeptFile<WindowState>): void {
  const { x, y, width, height } = window.getNormalBounds()
  state
    .write({ bounds: { x, y, width, height }, isMaximized: window.isMaximized() })
    .catch((cause: unknown) => console.error('window place not kept:', cause))
}
