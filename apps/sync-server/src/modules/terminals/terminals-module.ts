import type { Authority } from '@orderez/core/authority'
import type { Terminal } from '@orderez/core/branch'
import { err, type BranchId, type IdSource } from '@orderez/core/kernel'
import type { DocumentStore } from '@orderez/core/sync'
import type { Identify } from '../../http/authenticate.ts'
import { Problem } from '../../http/problem.ts'
import { limitWrongTries } from '../../http/wrong-tries.ts'
import { createEnrolments, type Enrolments } from './enrolment.ts'
import { createJoinCodes, type JoinCodes } from './join-codes.ts'
import { createPinCheck } from './pin-check.ts'
import { createSiteDocuments } from './site-documents.ts'
import { terminalHandlers, type Invitation, type TerminalHandlers } from './terminal-handlers.ts'
import { createTokens } from './tokens.ts'

export interface TerminalsModule {
  readonly handlers: TerminalHandlers
  readonly identify: Identify
  readonly joinCodes: JoinCodes
  readonly welcome: Enrolments['welcome']
}

/** Who may speak: join codes, enrolment, tokens. */
export function terminalsModule(ports: {
  store: DocumentStore
  authority: Authority
  branch: BranchId
  isDemo: boolean
  ids: IdSource
  tokenSecret: Uint8Array
  issuer: string
  now(): number
  onEnrolled(terminal: { letters: string; name: string }): void
  invitation(): Invitation
}): TerminalsModule {
  const { authority, branch, now } = ports
  const documents = createSiteDocuments(ports.store)
  const joinCodes = createJoinCodes(documents, now)
  const tokens = createTokens({ secret: ports.tokenSecret, issuer: ports.issuer, branch, documents, now })
  const enrolments = createEnrolments({
    ...ports,
    documents,
    joinCodes,
    tokens,
    async register({ id, name, letters, enrolledAt }) {
      const terminal: Terminal = { id, kind: 'terminal', v: 1, name, letters, enrolledAt, incarnations: [] }
      const put = await authority.put('branch', [terminal])
      if (put.ok) return
      if (put.code === 'authority.unavailable') throw new Problem(put.code)
      throw new Error(`The record of terminal ${letters} is not valid (${put.detail ?? ''})`)
    },
  })
  const identify: Identify = async (accessToken) => {
    const session = await tokens.verify(accessToken)
    if (!session.ok) return session
    const admitted = await authority.admits(session.value.actor)
    return admitted.ok ? session : err(admitted.code)
  }
  const handlers = terminalHandlers({
    joinCodes,
    invitation: ports.invitation,
    enrol: enrolments.byCode,
    async refresh({ terminal, refreshToken }) {
      const admitted = await authority.admits({ terminal, branch })
      if (admitted.ok) return tokens.refresh(terminal, refreshToken)
      return err(
        admitted.code === 'terminal.revoked' || admitted.code === 'authority.unavailable'
          ? admitted.code
          : 'token.invalid',
      )
    },
    async revoke(terminal, by) {
      const [record] = await authority.read('branch', [terminal])
      if (record?.['kind'] !== 'terminal') return err('terminal.unknown')
      const put = await authority.put('branch', [{ ...record, revokedAt: now(), revokedBy: by }])
      if (put.ok) return put
      if (put.code === 'authority.unavailable') return err(put.code)
      throw new Error(`The record of a revoked terminal is not valid (${put.detail ?? ''})`)
    },
    pinOfManager: createPinCheck(async (id) => (await authority.read('branch', [id]))[0] ?? null),
    wrongTries: limitWrongTries(),
  })
  return { handlers, identify, joinCodes, welcome: enrolments.welcome }
}
