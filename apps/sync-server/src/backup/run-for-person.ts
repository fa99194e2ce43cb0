import { StoreError } from '@orderez/core/sync'
import { BackupError } from './backup-error.ts'

/** Runs a command of the person at the machine: what they can do something about is said in a sentence, with its code. */
export async function runForPerson(command: () => Promise<void>): Promise<void> {
  try {
    await command()
  } catch (cause) {
    process.stderr.write(`${reasonOf(cause)}\n`)
    process.exitCode = 1
  }
}

function reasonOf(cause: unknown): string {
  if (cause instanceof BackupError || cause instanceof StoreError) return `${cause.message} (${cause.code})`
  if (!(cause instanceof Error)) return String(cause)
  // The operating system's own refusals, e.g. a full disk.
  return 'syscall' in cause || cause.name === 'ConfigError' ? cause.message : (cause.stack ?? cause.message)
}
