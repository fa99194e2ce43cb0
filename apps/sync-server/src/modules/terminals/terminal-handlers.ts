import type { RequestHandler } from 'express'
import * as z from 'zod'
import { idSchema, type PersonId, type Result, type TerminalId } from '@orderez/core/kernel'
import { parsedBody } from '../../http/parsed-body.ts'
import { Problem } from '../../http/problem.ts'
import { enrolRequestSchema, tokenRequestSchema, type Enrolment } from './enrolment.ts'
import type { JoinCodes } from './join-codes.ts'
import type { PinCheck } from './pin-check.ts'
import type { TokenPair } from './tokens.ts'

/** What a new device is shown beside its code. */
export interface Invitation {
  /** Where other devices open the site. */
  readonly address: string
  /** Where they learn to trust it; null where there is no plain HTTP. */
  readonly trustAddress: string | null
  readonly fingerprint: string
}

export interface TerminalHandlers {
  readonly enrol: RequestHandler
  readonly refresh: RequestHandler
  readonly mintJoinCode: RequestHandler
  readonly revoke: RequestHandler
  /** Stands before what can be guessed. Wrong codes and PINs count per address; right ones and broken requests do not. */
  readonly wrongTries: RequestHandler
}

/** A manager's PIN, typed on the spot: the proof that a person is there. */
const proof = { person: idSchema('person'), pin: z.string().regex(/^\d{6}$/) }
const joinCodeRequestSchema = z.strictObject(proof)
const revokeRequestSchema = z.strictObject({ ...proof, terminal: idSchema('terminal') })

/** Enrolment, tokens and join codes. */
export function terminalHandlers(ports: {
  joinCodes: JoinCodes
  enrol(request: z.infer<typeof enrolRequestSchema>): Promise<Result<Enrolment, 'joinCode.wrong'>>
  refresh(
    request: z.infer<typeof tokenRequestSchema>,
  ): Promise<Result<TokenPair, 'token.invalid' | 'terminal.revoked' | 'authority.unavailable'>>
  revoke(terminal: TerminalId, by: PersonId): Promise<Result<null, 'terminal.unknown' | 'authority.unavailable'>>
  pinOfManager: PinCheck
  wrongTries: RequestHandler
  invitation(): Invitation
}): TerminalHandlers {
  return {
    wrongTries: ports.wrongTries,
    async enrol(request, response) {
      const enrolment = await ports.enrol(parsedBody(enrolRequestSchema, request))
      if (!enrolment.ok) throw new Problem(enrolment.code)
      response.status(201).setHeader('cache-control', 'no-store').json(enrolment.value)
    },
    async refresh(request, response) {
      const pair = await ports.refresh(parsedBody(tokenRequestSchema, request))
      if (!pair.ok) throw new Problem(pair.code)
      response.setHeader('cache-control', 'no-store').json(pair.value)
    },
    async mintJoinCode(request, response) {
      const { person, pin } = parsedBody(joinCodeRequestSchema, request)
      const checked = await ports.pinOfManager(person, pin)
      if (!checked.ok) throw new Problem(checked.code)
      response
        .status(201)
        .setHeader('cache-control', 'no-store')
        .json({ ...(await ports.joinCodes.mint()), ...ports.invitation() })
    },
    async revoke(request, response) {
      const { person, pin, terminal } = parsedBody(revokeRequestSchema, request)
      const checked = await ports.pinOfManager(person, pin)
      if (!checked.ok) throw new Problem(checked.code)
      const revoked = await ports.revoke(terminal, person)
      if (!revoked.ok) throw new Problem(revoked.code)
      response.status(204).end()
    },
  }
}
