import type { RequestHandler } from 'express'
import * as z from 'zod'
import { safeText, type Result } from '@orderez/core/kernel'
import { setupRequestSchema, type SetupRequest } from '@orderez/core/setup'
import { parsedBody } from '../../http/parsed-body.ts'
import { Problem } from '../../http/problem.ts'
import { limitWrongTries } from '../../http/wrong-tries.ts'
import { maySetUp } from './may-set-up.ts'
import type { SetupCode } from './setup-code.ts'

export interface SetupHandlers {
  /** Steps into the demo: opens it where nothing is set up, and enrols the terminal. Nothing in it is anybody's. */
  readonly demo: RequestHandler
  /** Makes the restaurant with its owner, and enrols the terminal as its first. */
  readonly restaurant: RequestHandler
  readonly deleteDemo: RequestHandler
  /** Answers where the guards before it let one through: the code is right. */
  readonly mayI: RequestHandler
  /** Stand before what only the set-up code opens. */
  readonly wrongTries: RequestHandler
  readonly permit: RequestHandler
}

const newTerminalSchema = z.strictObject({ name: safeText(60).min(1) })

/** The doors of the first run. */
export function setupHandlers(ports: {
  code: SetupCode
  isOpen(): boolean
  stepIntoDemo(name: string): Promise<Result<object, 'setup.closed'>>
  setUp(request: SetupRequest): Promise<Result<object, 'setup.closed'>>
  deleteDemo(): Promise<Result<null, 'setup.closed'>>
}): SetupHandlers {
  return {
    async demo(request, response) {
      const entered = await ports.stepIntoDemo(parsedBody(newTerminalSchema, request).name)
      if (!entered.ok) throw new Problem(entered.code)
      response.status(201).setHeader('cache-control', 'no-store').json(entered.value)
    },
    async restaurant(request, response) {
      const made = await ports.setUp(parsedBody(setupRequestSchema, request))
      if (!made.ok) throw new Problem(made.code)
      ports.code.spend()
      response.status(201).setHeader('cache-control', 'no-store').json(made.value)
    },
    async deleteDemo(_request, response) {
      const deleted = await ports.deleteDemo()
      if (!deleted.ok) throw new Problem(deleted.code)
      response.json({})
    },
    mayI(_request, response) {
      if (!ports.isOpen()) throw new Problem('setup.closed')
      response.json({})
    },
    wrongTries: limitWrongTries(),
    permit: maySetUp(ports.code),
  }
}
