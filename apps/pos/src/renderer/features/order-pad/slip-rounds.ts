import {
  knownFact,
  type Line,
  type LineState,
  type OrderState,
  type RoundState,
  type UnitState,
} from '@orderez/core/orders'
import type { FactId } from '@orderez/core/kernel'

/** How a sent line stands, in the words of UI 3. `saved`: on this device, the server has not said anything yet. */
export const LINE_LOOKS = [
  'saved',
  'sent',
  'received',
  'cooking',
  'ready',
  'served',
  'held',
  'voided',
  'comped',
  'refused',
] as const
export type LineLook = (typeof LINE_LOOKS)[number]

/** Units of one line that stand alike: one row of the slip. */
export interface SlipLine {
  readonly line: Line
  /** The round that asked for it. */
  readonly fact: FactId
  readonly state: LineState | null
  readonly look: LineLook
  readonly units: readonly number[]
  readonly rushed: boolean
}

export interface SlipRound {
  readonly round: RoundState | null
  readonly fact: FactId
  readonly number: number
  readonly lines: readonly SlipLine[]
}

/** The rounds of an order as its slip shows them; what the server refused or holds comes last and stays in sight. */
export function slipRounds(order: OrderState): readonly SlipRound[] {
  const undecided = new Set(order.undecided)
  const sent = order.rounds.map((round, index): SlipRound => {
    const lines = round.lines.flatMap((id) => {
      const line = order.lines.get(id)
      return line ? slipLines(line, round.fact, undecided) : []
    })
    return { round, fact: round.fact, number: index + 1, lines }
  })
  return [...sent, ...setAsideRounds(order)]
}

function slipLines(line: LineState, fact: FactId, undecided: ReadonlySet<FactId>): readonly SlipLine[] {
  const groups = Map.groupBy(line.units, (unit) => lookOf(unit, undecided))
  return LINE_LOOKS.flatMap((look) => {
    const units = groups.get(look)?.map((unit) => unit.unit)
    return units ? [{ line: line.content, fact, state: line, look, units, rushed: line.rushes.length > 0 }] : []
  })
}

function lookOf(unit: UnitState, undecided: ReadonlySet<FactId>): LineLook {
  if (unit.voided) return 'voided'
  if (unit.comped && unit.stage === 'served') return 'comped'
  switch (unit.stage) {
    case 'held':
      return 'held'
    case 'sent':
      return undecided.has(unit.askedBy) ? 'saved' : 'sent'
    case 'received':
      return 'received'
    case 'started':
      return 'cooking'
    case 'ready':
      return 'ready'
    case 'served':
      return 'served'
  }
}

function setAsideRounds(order: OrderState): readonly SlipRound[] {
  return order.setAside.flatMap(({ fact }) => {
    const known = knownFact(fact)
    if (known?.kind !== 'roundSent') return []
    const lines = known.body.lines.map((line): SlipLine => ({
      line,
      fact: fact.id,
      state: null,
      look: 'refused',
      units: [1],
      rushed: false,
    }))
    return [{ round: null, fact: fact.id, number: 0, lines }]
  })
}
