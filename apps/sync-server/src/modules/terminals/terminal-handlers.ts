import type { Request, RequestHandler } from 'express'
import { rateLimit } from 'express-rate-limit'
import * as z from 'zod'
import { idSchema, type PersonId, type Result, type TerminalId } from '@orderez/core/kernel'
import { Problem, PROBLEMS, sendProblem } from '../../http/problem.ts'
import { enrolRequestSchema, tokenRequestSchema, type Enrolment } from './enrolment.ts'
import type { JoinCodes } from './join-codes.ts'
import type { PinCheck } from './pin-check.ts'
import type { TokenPair } from './tokens.ts'

/** How many wrong codes and PINs an address may try, and how long it is locked out then. */
export interface WrongTries {
  readonly limit: number
  readonly windowMs: number
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
  wrongTries: WrongTries
}): TerminalHandlers {
  return {
    wrongTries: limitWrongTries(ports.wrongTries),
    async enrol(request, response) {
      const enrolment = await ports.enrol(parsed(enrolRequestSchema, request))
      if (!enrolment.ok) throw new Problem(enrolment.code)
      response.status(201).setHeader('cache-control', 'no-store').json(enrolment.value)
    },
    async refresh(request, response) {
      const pair = await ports.refresh(parsed(tokenRequestSchema, request))
      if (!pair.ok) throw new Problem(pair.code)
      response.setHeader('cache-control', 'no-store').json(pair.value)
    },
    async mintJoinCode(request, response) {
      const { person, pin } = parsed(joinCodeRequestSchema, request)
      const checked = await ports.pinOfManager(person, pin)
      if (!checked.ok) throw new Problem(checked.code)
      response
        .status(201)
        .setHeader('cache-control', 'no-store')
        .json(await ports.joinCodes.mint())
    },
    async revoke(request, response) {
      const { person, pin, terminal } = parsed(revokeRequestSchema, request)
      const checked = await ports.pinOfManager(person, pin)
      if (!checked.ok) throw new Problem(checked.code)
      const revoked = await ports.revoke(terminal, person)
      if (!revoked.ok) throw new Problem(revoked.code)
      response.status(204).end()
    },
  }
}

function limitWrongTries({ limit, windowMs }: WrongTries): RequestHandler {
  return rateLimit({
    limit,
    windowMs,
    // A try counts while it runs, so that many at once do not slip through, and is taken back unless it was wrong.
    skipSuccessfulRequests: true,
    requestWasSuccessful: (_request, response) => response.statusCode !== PROBLEMS['joinCode.wrong'],
    handler: (_request, response) => sendProblem(response, 'joinCode.locked'),
  })
}

function parsed<T>(schema: z.ZodType<T>, request: Request): T {
  const result = schema.safeParse(request.body)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  throw new Problem('request.malformed', issue ? `${issue.path.join('.')}: ${issue.message}` : undefined)
}
