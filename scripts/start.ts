import { buildWebTerminal } from './build-terminal.ts'
import { repositoryRoot, runProgram } from './run-program.ts'

const args = process.argv.slice(2)

// The server's own options, and its help, are its own; this command adds the build of the terminal that it serves.
if (!args.includes('--help')) await buildWebTerminal()
process.exitCode = await runProgram(process.execPath, ['apps/sync-server/src/main.ts', ...args], {
  cwd: repositoryRoot,
})
