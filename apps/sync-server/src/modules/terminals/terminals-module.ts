import type { RequestHandler, Router } from 'express'
import type { Authority } from '@orderez/core/authority'
import type { Terminal } from '@orderez/core/branch'
import type { BranchId, IdSource } from '@orderez/core/kernel'
import type { DocumentStore } from '@orderez/core/sync'
import { authenticate } from '../../http/authenticate.ts'
import { createEnrolment } from './enrolment.ts'
import { createJoinCodes, type JoinCodes } from './join-codes.ts'
import { createPinCheck } from './pin-check.ts'
import { createSiteDocuments } from './site-documents.ts'
import { terminalRoutes } from './terminal-routes.ts'
import { createTokens } from './tokens.ts'

export interface TerminalsModule {
  readonly router: Router
  readonly guard: RequestHandler
  readonly joinCodes: JoinCodes
}

/** Who may speak: join codes, enrolment, tokens. */
export function terminalsModule(ports: {
  store: DocumentStore
  authority: Authority
  branch: BranchId
  ids: IdSource
  tokenSecret: Uint8Array
  issuer: string
  now(): number
  onEnrolled(terminal: { letters: string; name: string }): void
}): TerminalsModule {
  const { authority, branch, ids, now } = ports
  const documents = createSiteDocuments(ports.store)
  const joinCodes = createJoinCodes(documents, now)
  const tokens = createTokens({ secret: ports.tokenSecret, issuer: ports.issuer, branch, documents, now })
  const guard = authenticate(tokens)
  const enrol = createEnrolment({
    branch,
    documents,
    joinCodes,
    tokens,
    ids,
    now,
    onEnrolled: ports.onEnrolled,
    async register({ id, name, letters, enrolledAt }) {
      const terminal: Terminal = { id, kind: 'terminal', v: 1, name, letters, enrolledAt, incarnations: [] }
      const put = await authority.put('branch', [terminal])
      if (!put.ok) throw new Error(`The terminal ${letters} could not be registered (${put.code})`)
    },
  })
  const pinOfManager = createPinCheck(async (id) => (await authority.read('branch', [id]))[0] ?? null)
  return { router: terminalRoutes({ tokens, joinCodes, enrol, pinOfManager, guard }), guard, joinCodes }
}
