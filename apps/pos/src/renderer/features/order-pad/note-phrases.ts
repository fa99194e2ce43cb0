const BETWEEN = ' · '

function phrasesOf(note: string): readonly string[] {
  return note
    .split(BETWEEN.trim())
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '')
}

export function hasPhrase(note: string, phrase: string): boolean {
  return phrasesOf(note).includes(phrase)
}

/** Puts a phrase at the end of a note, or takes it out where it stands; what was typed stays. */
export function togglePhrase(note: string, phrase: string): string {
  const phrases = phrasesOf(note)
  const next = phrases.includes(phrase) ? phrases.filter((each) => each !== phrase) : [...phrases, phrase]
  return next.join(BETWEEN)
}
