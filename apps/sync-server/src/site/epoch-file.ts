import { join } from 'node:path'
import type { EpochKeeper } from '@orderez/core/authority'
import { readFileIfThere, writeFileSafely } from '../tls/safe-file.ts'

/** The server's epoch in a file of its own: a backup of the store must not bring an old epoch back. */
export function fileEpochKeeper(dataDir: string): EpochKeeper {
  const path = join(dataDir, 'site', 'epoch')
  return {
    async read() {
      return (await readFileIfThere(path))?.trim() ?? null
    },
    async write(epoch) {
      await writeFileSafely(path, `${epoch}\n`)
    },
  }
}
