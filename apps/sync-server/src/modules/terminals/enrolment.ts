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
import { spokenCodeSchema } from '../../site/spoken-code.ts'
import type { JoinCodes } from './join-codes.ts'
import { takeLetters } from './letters.ts'
import type { SiteDocuments } from './site-documents.ts'
import type { TokenPair, Tokens } from './tokens.ts'

export const enrolRequestSchema = z.strictObject({ code: spokenCodeSchema, name: safeText(60) })
export const tokenRequestSchema = z.strictObject({
  terminal: idSchema('terminal'),
  refreshToken: z.string().min(20).max(100),
})

export interface Enrolment extends TokenPair {
  readonly terminal: TerminalId
  readonly branch: BranchId
  readonly letters: string
  /** The terminal of a demo holds nothing that anybody would miss. */
  readonly demo: boolean
}

export interface Enrolments {
  byCode(request: z.infer<typeof enrolRequestSchema>): Promise<Result<Enrolment, 'joinCode.wrong'>>
  /** Without a code: for whom set up the site, and for the demo. */
  welcome(name: string): Promise<Enrolment>
}

/** Writes the record by which the branch knows a terminal. */
export type RegisterTerminal = (terminal: {
  id: TerminalId
  name: string
  letters: string
  enrolledAt: number
}) => Promise<void>

export function createEnrolments(ports: {
  branch: BranchId
  isDemo: boolean
  documents: SiteDocuments
  joinCodes: JoinCodes
  tokens: Tokens
  ids: IdSource
  now(): number
  register: RegisterTerminal
  onEnrolled(enrolment: { letters: string; name: string }): void
}): Enrolments {
  async function welcome(name: string): Promise<Enrolment> {
    const terminal = ports.ids.next('terminal')
    const letters = await takeLetters(ports.documents)
    await ports.register({ id: terminal, name, letters, enrolledAt: ports.now() })
    const tokens = await ports.tokens.issue(terminal)
    ports.onEnrolled({ letters, name })
    return { ...tokens, terminal, branch: ports.branch, letters, demo: ports.isDemo }
  }
  return {
    async byCode({ code, name }) {
      const spent = await ports.joinCodes.spend(code)
      return spent.ok ? ok(await welcome(name)) : err(spent.code)
    },
    welcome,
  }
}
