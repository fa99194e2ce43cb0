import {
  knownFact,
  type Line,
  type LineState,
  type OrderState,
  type RoundState,
  type UnitState,
} from '@orderez/core/orders'
import type { FactId, OrderId } from '@orderez/core/kernel'

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
  /** The order on whose bill these units stand now; null: on this one. */
  readonly movedTo: OrderId | null
}

export interface SlipRound {
  readonly round: RoundState | null
  readonly fact: FactId
  readonly number: number
  readonly lines: readonly SlipLine[]
}

/** What was sent to another order and stands on this bill, by a merge or a move. */
export interface ArrivedLines {
  readonly from: OrderId
  readonly lines: readonly SlipLine[]
}

/**
 * The rounds of an order as its slip shows them; what the server refused or holds comes last and stays in sight, and so does what was moved
 * away. `undelivered` are facts that the server could not read: their units look refused, though they still count here until somebody
 * voids them.
 */
export function slipRounds(order: OrderState, undelivered: ReadonlySet<FactId> = NOTHING): readonly SlipRound[] {
  const open: OpenFacts = { undecided: new Set(order.undecided), undelivered }
  const sent = order.rounds.map((round, index): SlipRound => {
    const lines = round.lines.flatMap((id) => {
      const line = order.lines.get(id)
      return line ? slipLines(line, round.fact, order.id, open) : []
    })
    return { round, fact: round.fact, number: index + 1, lines }
  })
  return [...sent, ...setAsideRounds(order)]
}

/** What the bill of an order bears of others, by the order where it was sent. */
export function arrivedLines(
  order: OrderId,
  around: readonly OrderState[],
  undelivered: ReadonlySet<FactId> = NOTHING,
): readonly ArrivedLines[] {
  return around
    .filter(({ id }) => id !== order)
    .map((home) => {
      const open: OpenFacts = { undecided: new Set(home.undecided), undelivered }
      const lines = [...home.lines.values()].flatMap((line) => slipLines(line, line.sent.fact, order, open))
      return { from: home.id, lines: lines.filter(({ movedTo }) => movedTo === null) }
    })
    .filter(({ lines }) => lines.length > 0)
}

const NOTHING: ReadonlySet<FactId> = new Set()

interface OpenFacts {
  readonly undecided: ReadonlySet<FactId>
  readonly undelivered: ReadonlySet<FactId>
}

/** One row for units that stand alike on the same bill; first those on the bill of `here`. */
function slipLines(line: LineState, fact: FactId, here: OrderId, open: OpenFacts): readonly SlipLine[] {
  const bills = Map.groupBy(line.units, (unit) => unit.place.order)
  const elsewhere = [...bills.keys()].filter((id) => id !== here)
  return [here, ...elsewhere].flatMap((bill) => {
    const groups = Map.groupBy(bills.get(bill) ?? [], (unit) => lookOf(unit, open))
    const movedTo = bill === here ? null : bill
    return LINE_LOOKS.flatMap((look) => {
      const units = groups.get(look)?.map((unit) => unit.unit)
      const rushed = line.rushes.length > 0
      return units ? [{ line: line.content, fact, state: line, look, units, rushed, movedTo }] : []
    })
  })
}

function lookOf(unit: UnitState, { undecided, undelivered }: OpenFacts): LineLook {
  if (unit.voided) return 'voided'
  if (undelivered.has(unit.askedBy)) return 'refused'
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
      movedTo: null,
    }))
    return [{ round: null, fact: fact.id, number: 0, lines }]
  })
}
