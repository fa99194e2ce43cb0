import { join } from 'node:path'
import { buildWebTerminal } from './build-terminal.ts'
import { repositoryRoot, runProgram } from './run-program.ts'

const args = process.argv.slice(2)
if (args.includes('--help')) {
  console.log('Usage: npm start [-- OPTION …]')
  console.log(
    '\nBuilds the web terminal if it changed and starts the sync-server with the demo restaurant (ORDEREZ_DEMO=no: without).',
  )
  console.log('The options are those of the server:\n')
} else {
  await buildWebTerminal()
}

const env = { ORDEREZ_WEB: join(repositoryRoot, 'apps/pos/dist/web'), ORDEREZ_DEMO: 'yes', ...process.env }
process.exitCode = await runProgram(process.execPath, ['apps/sync-server/src/main.ts', ...args], { env })
