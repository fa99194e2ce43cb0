import { join } from 'node:path'
import * as z from 'zod'
import { readFileIfThere, writeFileSafely } from '../tls/safe-file.ts'

const noteSchema = z.object({ at: z.int().min(0) })

function noteFile(sitePath: string): string {
  return join(sitePath, 'last-backup.json')
}

/** When the newest backup of a site was made, in epoch milliseconds; null where there was none. The note lies beside the site's store. */
export async function readLastBackup(sitePath: string): Promise<number | null> {
  try {
    const text = await readFileIfThere(noteFile(sitePath))
    return text === null ? null : noteSchema.parse(JSON.parse(text)).at
  } catch {
    // A note that cannot be read vouches for nothing.
    return null
  }
}

export function noteBackup(sitePath: string, at: number): Promise<void> {
  return writeFileSafely(noteFile(sitePath), `${JSON.stringify({ at })}\n`)
}
