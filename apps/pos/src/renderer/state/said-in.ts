import type { Branch } from '@orderez/core/branch'
import { namedSo, nameIn, type Language } from '@orderez/core/kernel'

/** What stands between the phrases of a note. */
export const BETWEEN_PHRASES = ' · '

export function phrasesOf(note: string): readonly string[] {
  return note
    .split(BETWEEN_PHRASES.trim())
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '')
}

/**
 * A note as somebody else reads it: phrases that the branch offers in their language, what was typed as it was typed.
 * Phrases no longer offered count too, since what was said with them goes on being read.
 */
export function saidIn(said: string, branch: Pick<Branch, 'notePresets'>, language: Language): string {
  const read = phrasesOf(said).map((phrase) => {
    const names = namedSo(branch.notePresets ?? [], phrase)
    return names ? nameIn(names, language) : null
  })
  if (read.every((phrase) => phrase === null)) return said
  return phrasesOf(said)
    .map((phrase, index) => read[index] ?? phrase)
    .join(BETWEEN_PHRASES)
}
