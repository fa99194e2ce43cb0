import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { makeTestRuntime, presentTestRuntime } from './electron-runtime.ts'
import { repositoryRoot, runProgram } from './run-program.ts'

const downloadLimit = 120_000
const posRequire = createRequire(join(repositoryRoot, 'apps/pos/package.json'))
const electronPackage = dirname(posRequire.resolve('electron/package.json'))
const downloaded = join(electronPackage, 'dist')

function isDownloaded(): boolean {
  return existsSync(join(downloaded, 'version')) && existsSync(join(electronPackage, 'path.txt'))
}

async function download(): Promise<boolean> {
  const quiet = { stdio: 'ignore', timeout: downloadLimit } as const
  return (await runProgram(process.execPath, [join(electronPackage, 'install.js')], quiet)) === 0 && isDownloaded()
}

/** The version of an Electron that `provideElectron` answered. */
export function electronVersionIn(dist: string): string {
  return readFileSync(join(dist, 'version'), 'utf8').trim().replace(/^v/, '')
}

/**
 * The folder of an Electron to run: `ELECTRON_OVERRIDE_DIST_PATH`, the one of the workspace, downloaded now if need be,
 * and on linux-x64, where its download is out of reach, the test runtime of electron-runtime.ts.
 */
export async function provideElectron(): Promise<string> {
  const named = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  if (named !== undefined) return named
  if (isDownloaded()) return downloaded
  const present = presentTestRuntime()
  if (present !== undefined) return present
  if (await download()) return downloaded
  if (process.platform === 'linux' && process.arch === 'x64') return makeTestRuntime()
  throw new Error(
    'Electron could not be downloaded, and there is no stand-in for this system: connect once, then try again',
  )
}
