import { join } from 'node:path'
import { buildDesktopTerminal } from './build-terminal.ts'
import { readCommandLine } from './command-line.ts'
import { electronVersionIn, provideElectron } from './electron-dist.ts'
import { repositoryRoot, runProgram } from './run-program.ts'

const { rest } = readCommandLine({
  usage: 'npm run desktop [-- ARGUMENT …]',
  does: 'Builds the desktop terminal and opens it in Electron; arguments after the options go to the application.',
  options: {},
})

const executables: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
}

await buildDesktopTerminal()
const dist = await provideElectron()
console.log(`Electron ${electronVersionIn(dist)}`)
// Chromium refuses its sandbox to root; everywhere else it stays on.
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
const executable = join(dist, executables[process.platform] ?? 'electron')
const onDisplay = process.platform !== 'linux' || process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']
const command = [executable, ...asRoot, join(repositoryRoot, 'apps/pos'), ...rest]
const [program = executable, ...args] = onDisplay ? command : ['xvfb-run', '-a', ...command]
if (!onDisplay) console.log('There is no display: the window opens on a virtual one, where nobody sees it.')
process.exitCode = await runProgram(program, args).catch(explainFailure)

function explainFailure(cause: NodeJS.ErrnoException): number {
  if (onDisplay || cause.code !== 'ENOENT') throw cause
  console.error(
    'A virtual one needs xvfb-run (Debian: apt-get install xvfb xauth). Or set DISPLAY to the screen to use.',
  )
  return 1
}
