import { spawn, type SpawnOptions } from 'node:child_process'
import { join } from 'node:path'

export const repositoryRoot = join(import.meta.dirname, '..')
const localBinaries = join(repositoryRoot, 'node_modules/.bin')

/** The path of a tool that the workspace installed, as the shell of this system starts it. */
export function localBinary(name: string, folder = localBinaries): string {
  return join(folder, process.platform === 'win32' ? `${name}.cmd` : name)
}

/** Runs a program in the terminal of the caller and answers its exit code; a program ended by a signal counts as 1. */
export function runProgram(command: string, args: readonly string[], options: SpawnOptions = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const shell = process.platform === 'win32' && command.endsWith('.cmd')
    const child = spawn(command, args, { cwd: repositoryRoot, stdio: 'inherit', shell, ...options })
    // A terminal sends Ctrl-C to the child itself; passing it on would be a second one, which means "at once".
    const outlive = (): void => undefined
    const passOn = (signal: NodeJS.Signals): void => void child.kill(signal)
    process.on('SIGINT', outlive).on('SIGTERM', passOn)
    child.on('error', reject)
    child.on('close', (code) => {
      process.off('SIGINT', outlive).off('SIGTERM', passOn)
      resolve(code ?? 1)
    })
  })
}

/** Runs a program whose failure leaves nothing to go on with. */
export async function mustRun(command: string, args: readonly string[], options: SpawnOptions = {}): Promise<void> {
  const code = await runProgram(command, args, options)
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with code ${code}`)
}
