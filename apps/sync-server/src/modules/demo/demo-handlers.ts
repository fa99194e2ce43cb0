import type { RequestHandler } from 'express'
import * as z from 'zod'
import { idSchema, type PersonId, type Result } from '@orderez/core/kernel'
import { Problem } from '../../http/problem.ts'
import { EVENING_SPEEDS, type Evening } from './evening.ts'

export interface DemoHandlers {
  readonly state: RequestHandler
  readonly turn: RequestHandler
}

const turnSchema = z.strictObject({
  person: idSchema('person'),
  to: z.enum(['on', 'finish', 'clear']),
  speed: z.literal(EVENING_SPEEDS),
})

/** The switch of the live evening. In a real restaurant there is none, and the path is unknown. */
export function demoHandlers(ports: {
  evening(): Evening | null
  mayTurn(person: PersonId): Promise<Result<null, 'right.missing'>>
}): DemoHandlers {
  const evening = () => {
    const found = ports.evening()
    if (!found) throw new Problem('route.unknown')
    return found
  }
  return {
    state(_request, response) {
      response.setHeader('cache-control', 'no-store').json(evening().state())
    },
    async turn(request, response) {
      const found = evening()
      const parsed = turnSchema.safeParse(request.body)
      if (!parsed.success) throw new Problem('request.malformed', parsed.error.issues[0]?.path.join('.'))
      const { person, to, speed } = parsed.data
      const may = await ports.mayTurn(person)
      if (!may.ok) throw new Problem(may.code)
      await found.turn(to, speed)
      response.setHeader('cache-control', 'no-store').json(found.state())
    },
  }
}
