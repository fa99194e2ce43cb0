import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import leveldown from 'leveldown'

/** The directory is open in another process (or twice in this one). */
export class DirectoryInUseError extends Error {}

const LOCK_PATIENCE_MS = 3_000
const LOCK_PAUSE_MS = 100

/**
 * LevelDB holds its lock through the kernel, which lets go when the process ends, however it ends. A file with a process id in
 * it would have to guess after kill -9. The embedded process of a killed server needs a moment to notice that it is alone.
 */
export async function lockDirectory(path: string): Promise<() => Promise<void>> {
  mkdirSync(path, { recursive: true, mode: 0o700 })
  for (let waited = 0; ; waited += LOCK_PAUSE_MS) {
    const lock = leveldown(join(path, 'in.use'))
    const error = await new Promise<Error | undefined>((resolve) => lock.open(resolve))
    if (!error)
      return () => new Promise((resolve, reject) => lock.close((failed) => (failed ? reject(failed) : resolve())))
    if (!/lock/i.test(error.message)) throw error
    if (waited >= LOCK_PATIENCE_MS) throw new DirectoryInUseError(error.message)
    await new Promise((resolve) => setTimeout(resolve, LOCK_PAUSE_MS))
  }
}
