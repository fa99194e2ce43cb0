import type { SpawnOptions } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { runProgram } from './run-program.ts'

interface SystemPart {
  readonly name: string
  readonly debianPackages: readonly string[]
  readonly isPresent: () => boolean
}

const browserNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const browserPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]
const chineseFontPlaces = [
  '/usr/share/fonts/opentype/noto',
  '/usr/share/fonts/noto-cjk',
  '/usr/share/fonts/google-noto-cjk',
]
const gtkPlaces = ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/lib64', '/usr/lib']

function onPath(names: readonly string[]): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find((path) => existsSync(path))
}

/** The browser that tests drive: `CHROMIUM_PATH`, else a Chromium or Chrome that is installed here. */
export function installedBrowser(): string | undefined {
  return process.env['CHROMIUM_PATH'] ?? onPath(browserNames) ?? browserPlaces.find((path) => existsSync(path))
}

const browser: SystemPart = {
  name: 'Chromium or Chrome',
  debianPackages: ['chromium'],
  isPresent: () => installedBrowser() !== undefined,
}

const linuxParts: readonly SystemPart[] = [
  {
    name: 'a font with Chinese characters',
    debianPackages: ['fonts-noto-cjk'],
    isPresent: () => chineseFontPlaces.some((path) => existsSync(path)),
  },
  {
    name: 'a virtual display (xvfb-run)',
    debianPackages: ['xvfb', 'xauth'],
    isPresent: () => onPath(['xvfb-run']) !== undefined && onPath(['xauth']) !== undefined,
  },
  {
    name: 'GTK 3',
    debianPackages: ['libgtk-3-0'],
    isPresent: () => gtkPlaces.some((folder) => existsSync(join(folder, 'libgtk-3.so.0'))),
  },
]

function missingParts(): SystemPart[] {
  const wanted = process.platform === 'linux' ? [browser, ...linuxParts] : [browser]
  return wanted.filter((part) => !part.isPresent())
}

/** Debian's packages for what is missing, where this user may install them. */
async function installWithApt(parts: readonly SystemPart[]): Promise<void> {
  if (process.getuid?.() !== 0 || onPath(['apt-get']) === undefined) return
  const packages = parts.flatMap((part) => part.debianPackages)
  console.log(`Installing ${packages.join(', ')} with apt-get`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const options: SpawnOptions = { env, stdio: ['ignore', 'ignore', 'inherit'] }
  if ((await runProgram('apt-get', ['update', '-q'], options)) !== 0) return
  await runProgram('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], options)
}

/** Makes sure that what tests need from the system is there; answers what is missing in words, empty when nothing is. */
export async function provideSystemParts(): Promise<string[]> {
  const missing = missingParts()
  if (missing.length > 0) await installWithApt(missing)
  return missingParts().map((part) => `${part.name} (Debian: ${part.debianPackages.join(' ')})`)
}
