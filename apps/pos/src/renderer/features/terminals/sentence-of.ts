const SENTENCES = {
  'signIn.wrong': 'devices.pinWrong',
  'right.missing': 'devices.noRight',
  'joinCode.locked': 'problem.joinCodeLocked',
  'link.offline': 'link.offline',
} as const
type Sentence = (typeof SENTENCES)[keyof typeof SENTENCES]

/** Why the server did not do it; everything else is worth another try. */
export function sentenceOf(code: string): Sentence | 'link.unavailable' {
  return isKnown(code) ? SENTENCES[code] : 'link.unavailable'
}

function isKnown(code: string): code is keyof typeof SENTENCES {
  return Object.hasOwn(SENTENCES, code)
}
