import { execFile } from 'node:child_process'
import { resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../../../..')

interface EndedCommand {
  readonly code: number
  readonly said: string
}

/** As `npm run backup` and `npm run restore` run. `isCut`: no file may grow over some kilobytes, the write in which it does fails. */
export function runBackupCommand(
  name: 'backup' | 'restore',
  dataDir: string,
  args: readonly string[],
  { isCut = false } = {},
): Promise<EndedCommand> {
  const run = [process.execPath, `scripts/${name}.ts`, '--data', dataDir, ...args]
  const [program = '', ...rest] = isCut ? ['bash', '-c', 'ulimit -f 16; exec "$@"', 'bash', ...run] : run
  return new Promise((done) => {
    execFile(program, rest, { cwd: root }, (error, out, wrong) => {
      done({ code: error === null ? 0 : Number(error.code ?? 1), said: `${out}${wrong}` })
    })
  })
}
