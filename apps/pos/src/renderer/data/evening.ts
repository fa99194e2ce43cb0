import * as z from 'zod'
import type { PersonId, Result } from '@orderez/core/kernel'
import type { LinkFailure } from '@orderez/core/sync'
import type { Terminal } from './terminal.ts'

const count = z.int().min(0)
const eveningSchema = z.object({
  mode: z.enum(['off', 'on', 'finishing']),
  speed: z.number(),
  parties: count,
  sent: count,
  served: count,
  paid: count,
})
/** The simulated guests of the demo, as the server says. */
export type EveningFacts = z.infer<typeof eveningSchema>

export interface EveningTurn {
  readonly person: PersonId
  readonly to: 'on' | 'finish' | 'clear'
  readonly speed: number
}

const PATH = '/api/demo/evening'

export function readEvening({ site }: Pick<Terminal, 'site'>): Promise<Result<EveningFacts, LinkFailure>> {
  return site.get(PATH, eveningSchema)
}

export function turnEvening(
  { site }: Pick<Terminal, 'site'>,
  turn: EveningTurn,
): Promise<Result<EveningFacts, LinkFailure>> {
  return site.post(PATH, turn, eveningSchema)
}
