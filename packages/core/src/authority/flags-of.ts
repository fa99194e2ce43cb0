import type { DishId, EpochMs, LineId } from '../kernel/index.ts'
import type { Dish } from '../menu/index.ts'
import { knownFact, type Fact, type FactKind, type Flag, type KnownFact } from '../orders/index.ts'
import type { OrderView } from './order-view.ts'

/** A maker's clock further ahead of ours than this is flagged (DESIGN decision 10). */
const MAX_AHEAD_MS = 60_000

export interface FlagWitness {
  readonly order: OrderView
  readonly now: EpochMs
  /** The hash of the fact before this one in its log, where it is known. */
  readonly before: string | null
  dish(id: DishId): Dish | null
}

const CHANGES_BILL: ReadonlySet<FactKind> = new Set<FactKind>([
  'roundSent',
  'lineAmended',
  'voided',
  'comped',
  'priceSet',
  'weightSet',
  'linesMoved',
  'chargeAdded',
  'discountGiven',
])

/** A10: what is odd about a fact that counts all the same. Sorted, so that the same fact has the same verdict. */
export function flagsOf(fact: Fact, witness: FlagWitness): Flag[] {
  const flags = new Set<Flag>()
  if (fact.at.ms > witness.now + MAX_AHEAD_MS) flags.add('clock.ahead')
  if (witness.before !== null && witness.before !== fact.prev) flags.add('chain.broken')
  const known = knownFact(fact)
  if (known) {
    if (CHANGES_BILL.has(known.kind) && witness.order.isClosed()) flags.add('order.closed')
    if (linesNamedBy(known).some((line) => !witness.order.lines.has(line))) flags.add('line.absent')
    for (const flag of menuFlags(known, witness)) flags.add(flag)
  }
  return [...flags].sort()
}

function menuFlags(fact: KnownFact, witness: FlagWitness): Flag[] {
  if (fact.kind !== 'roundSent') return []
  return fact.body.lines.flatMap((line): Flag[] => {
    const dish = witness.dish(line.dish)
    if (!dish) return []
    return [
      ...(dish.version === line.version ? [] : (['price.stale'] as const)),
      ...(dish.soldOut === true ? (['dish.soldOut'] as const) : []),
      ...(dish.status === 'offShelf' || dish.deleted === true ? (['dish.offShelf'] as const) : []),
    ]
  })
}

/** Lines of this order that a fact is about. What a bill covers may stand elsewhere and is not looked at. */
function linesNamedBy(fact: KnownFact): readonly LineId[] {
  switch (fact.kind) {
    case 'lineAmended':
    case 'priceSet':
    case 'weightSet':
      return [fact.body.line]
    case 'fired':
    case 'held':
    case 'rushed':
      return fact.body.lines
    case 'received':
    case 'started':
    case 'ready':
    case 'recalled':
    case 'served':
    case 'voided':
    case 'comped':
    case 'linesMoved':
      return fact.body.units.map(({ line }) => line)
    default:
      return []
  }
}
