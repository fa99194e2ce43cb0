import { Router, type Request } from 'express'
import { rateLimit } from 'express-rate-limit'
import * as z from 'zod'
import { idSchema } from '@orderez/core/kernel'
import { actorOf } from '../../http/authenticate.ts'
import { jsonBody } from '../../http/json-body.ts'
import { Problem, sendProblem } from '../../http/problem.ts'
import type { JoinCodes } from './join-codes.ts'
import type { PinCheck } from './pin-check.ts'
import { enrolRequestSchema, tokenRequestSchema, type Enrolment } from './enrolment.ts'
import type { Tokens } from './tokens.ts'
import type { Result } from '@orderez/core/kernel'
import type { RequestHandler } from 'express'

const TEN_MINUTES_MS = 10 * 60_000
const WRONG_TRIES = 5

const joinCodeRequestSchema = z.strictObject({ person: idSchema('person'), pin: z.string().regex(/^\d{6}$/) })

/** Enrolment, tokens and join codes. Wrong codes and PINs count per address; right ones do not. */
export function terminalRoutes(ports: {
  tokens: Tokens
  joinCodes: JoinCodes
  enrol(request: z.infer<typeof enrolRequestSchema>): Promise<Result<Enrolment, 'joinCode.wrong'>>
  pinOfManager: PinCheck
  guard: RequestHandler
}): Router {
  const router = Router()
  const guess = rateLimit({
    windowMs: TEN_MINUTES_MS,
    limit: WRONG_TRIES,
    skipSuccessfulRequests: true,
    handler: (_request, response) => sendProblem(response, 'joinCode.locked'),
  })

  router.post('/enrol', guess, jsonBody, async (request, response) => {
    const enrolment = await ports.enrol(parsed(enrolRequestSchema, request))
    if (!enrolment.ok) throw new Problem(enrolment.code)
    response.status(201).json(enrolment.value)
  })
  router.post('/token', jsonBody, async (request, response) => {
    const { terminal, refreshToken } = parsed(tokenRequestSchema, request)
    const pair = await ports.tokens.refresh(terminal, refreshToken)
    if (!pair.ok) throw new Problem(pair.code)
    response.json(pair.value)
  })
  router.post('/join-codes', guess, ports.guard, jsonBody, async (request, response) => {
    actorOf(response)
    const { person, pin } = parsed(joinCodeRequestSchema, request)
    const checked = await ports.pinOfManager(person, pin)
    if (!checked.ok) throw new Problem(checked.code)
    response.status(201).json(await ports.joinCodes.mint())
  })
  return router
}

function parsed<T>(schema: z.ZodType<T>, request: Request): T {
  const result = schema.safeParse(request.body)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  throw new Problem('request.malformed', issue ? `${issue.path.join('.')}: ${issue.message}` : undefined)
}
