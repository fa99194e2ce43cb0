import { hashOfCode, newSpokenCode } from '../../site/spoken-code.ts'

/** The code by which the person at the server lets a terminal set the restaurant up. Only its hash is kept; a restart makes a new one. */
export interface SetupCode {
  /** A new one; the former is not good any more. */
  renew(): string
  isRight(code: string): boolean
  /** It was used; there is none until the next `renew`. */
  spend(): void
}

export function createSetupCode(): SetupCode {
  let hash: string | null = null
  return {
    renew() {
      const code = newSpokenCode()
      hash = hashOfCode(code)
      return code
    },
    isRight: (code) => hash !== null && hashOfCode(code) === hash,
    spend() {
      hash = null
    },
  }
}
