import type { LinkFailure } from '@orderez/core/sync'

/** Problems of the site that a person meets before being signed in, and why a call brought no answer. */
const SENTENCES = {
  'joinCode.wrong': 'problem.joinCodeWrong',
  'joinCode.locked': 'problem.joinCodeLocked',
  'setupCode.wrong': 'firstRunProblem.setupCodeWrong',
  'setup.closed': 'firstRunProblem.setupClosed',
  'request.malformed': 'problem.requestMalformed',
  'request.tooMany': 'problem.requestTooMany',
  'terminal.revoked': 'problem.terminalRevoked',
  'token.invalid': 'problem.terminalRevoked',
  'server.stopping': 'link.unavailable',
  'link.offline': 'link.offline',
  'link.unavailable': 'link.unavailable',
  'link.unauthorised': 'link.unauthorised',
  'link.rejected': 'link.rejected',
  'link.badAnswer': 'link.badAnswer',
} as const satisfies Record<LinkFailure, string> & Record<string, string>

type Sentence = (typeof SENTENCES)[keyof typeof SENTENCES]

export function problemKey(code: string): Sentence {
  return isKnown(code) ? SENTENCES[code] : 'link.rejected'
}

function isKnown(code: string): code is keyof typeof SENTENCES {
  return Object.hasOwn(SENTENCES, code)
}
