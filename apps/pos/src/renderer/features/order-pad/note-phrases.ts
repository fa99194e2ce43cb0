import { BETWEEN_PHRASES, phrasesOf } from '../../state/index.ts'

export function hasPhrase(note: string, phrase: string): boolean {
  return phrasesOf(note).includes(phrase)
}

/** Puts a phrase at the end of a note, or takes it out where it stands; what was typed stays. */
export function togglePhrase(note: string, phrase: string): string {
  const phrases = phrasesOf(note)
  const next = phrases.includes(phrase) ? phrases.filter((each) => each !== phrase) : [...phrases, phrase]
  return next.join(BETWEEN_PHRASES)
}
