import * as z from 'zod'
import type { SiteDocuments } from './site-documents.ts'

/** No I and O: a spoken or printed number must not read as another. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ'
const storedSchema = z.strictObject({ next: z.int().min(0) })

/** Gives each terminal its two letters, never the same ones twice. The first is AA; 576 terminals can be enrolled in a branch. */
export async function takeLetters(documents: SiteDocuments): Promise<string> {
  let taken = 0
  await documents.change('letters', (current) => {
    const stored = storedSchema.safeParse(current)
    taken = stored.success ? stored.data.next : 0
    return { next: taken + 1 }
  })
  const first = LETTERS[Math.floor(taken / LETTERS.length)]
  if (first === undefined) throw new Error('All pairs of letters of this branch are given away')
  return `${first}${LETTERS[taken % LETTERS.length]}`
}

/** After a backup was put back: nobody knows which letters were given since. */
export async function skipLetters(documents: SiteDocuments): Promise<void> {
  await documents.change('letters', (current) => {
    const stored = storedSchema.safeParse(current)
    return stored.success ? { next: stored.data.next + LETTERS.length } : null
  })
}
