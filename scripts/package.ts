import { buildDesktopTerminal } from './build-terminal.ts'
import { readCommandLine } from './command-line.ts'
import { electronVersionIn, provideElectron } from './electron-dist.ts'
import { presentTestRuntime } from './electron-runtime.ts'
import { localBinary, repositoryRoot, runProgram } from './run-program.ts'
import { join } from 'node:path'

readCommandLine({
  usage: 'npm run package',
  does: [
    'Builds installers of the desktop terminal for this system by electron-builder.yml, into apps/pos/dist/package/.',
    "Where Electron's own download is out of reach (linux-x64) it makes the unpacked application on the test runtime.",
  ].join('\n'),
  options: {},
})

await buildDesktopTerminal()
const dist = await provideElectron()
const standIn = dist === presentTestRuntime()
const builder = localBinary('electron-builder', join(repositoryRoot, 'apps/pos/node_modules/.bin'))
const target = standIn ? ['--linux', 'dir', `-c.electronDist=${dist}`] : []
const args = ['--projectDir', 'apps/pos', '--config', '../../electron-builder.yml', '--publish', 'never', ...target]
process.exitCode = await runProgram(builder, args, { cwd: repositoryRoot })

if (standIn) {
  console.log(
    `Made on the test runtime (Electron ${electronVersionIn(dist)}): the unpacked application only, not for shipping.`,
  )
  console.log('Left out: AppImage, deb, nsis and dmg; their tools and Electron itself come from a connected machine.')
}
