import * as z from 'zod'
import {
  err,
  idSchema,
  ok,
  safeText,
  type BranchId,
  type IdSource,
  type Result,
  type TerminalId,
} from '@orderez/core/kernel'
import { joinCodeSchema, type JoinCodes } from './join-codes.ts'
import { takeLetters } from './letters.ts'
import type { SiteDocuments } from './site-documents.ts'
import type { TokenPair, Tokens } from './tokens.ts'

export const enrolRequestSchema = z.strictObject({ code: joinCodeSchema, name: safeText(60) })
export const tokenRequestSchema = z.strictObject({
  terminal: idSchema('terminal'),
  refreshToken: z.string().min(20).max(100),
})

export interface Enrolment extends TokenPair {
  readonly terminal: TerminalId
  readonly branch: BranchId
  readonly letters: string
}

/** Writes the record by which the branch knows a terminal. */
export type RegisterTerminal = (terminal: {
  id: TerminalId
  name: string
  letters: string
  enrolledAt: number
}) => Promise<void>

export function createEnrolment(ports: {
  branch: BranchId
  documents: SiteDocuments
  joinCodes: JoinCodes
  tokens: Tokens
  ids: IdSource
  now(): number
  register: RegisterTerminal
  onEnrolled(enrolment: { letters: string; name: string }): void
}): (request: z.infer<typeof enrolRequestSchema>) => Promise<Result<Enrolment, 'joinCode.wrong'>> {
  return async ({ code, name }) => {
    const spent = await ports.joinCodes.spend(code)
    if (!spent.ok) return err(spent.code)
    const terminal = ports.ids.next('terminal')
    const letters = await takeLetters(ports.documents)
    await ports.register({ id: terminal, name, letters, enrolledAt: ports.now() })
    const tokens = await ports.tokens.issue(terminal)
    ports.onEnrolled({ letters, name })
    return ok({ ...tokens, terminal, branch: ports.branch, letters })
  }
}
