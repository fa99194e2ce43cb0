import type { FactId, LineId, MergeId, StationId } from '../../kernel/index.ts'
import type { UnitRef } from '../places.ts'
import type { Counted } from './counted-facts.ts'

/** What facts undo by name (F6), collected before anything is applied, so that no clock decides whether an undoing comes "after". */
export interface Undoings {
  readonly comps: ReadonlySet<FactId>
  readonly merges: ReadonlySet<MergeId>
  readonly charges: ReadonlySet<FactId>
  readonly discounts: ReadonlySet<FactId>
  readonly closes: ReadonlySet<FactId>
  /** The stations that took back what `fact` says about a unit. */
  recalledAt(fact: FactId, line: LineId, unit: number): readonly StationId[]
}

export function collectUndoings(counted: readonly Counted[]): Undoings {
  const comps = new Set<FactId>()
  const merges = new Set<MergeId>()
  const charges = new Set<FactId>()
  const discounts = new Set<FactId>()
  const closes = new Set<FactId>()
  const recalls = new Map<string, StationId[]>()
  for (const { fact } of counted) {
    if (fact.kind === 'compWithdrawn') comps.add(fact.body.of)
    else if (fact.kind === 'tablesUnmerged') merges.add(fact.body.merge)
    else if (fact.kind === 'chargeWithdrawn') charges.add(fact.body.of)
    else if (fact.kind === 'discountWithdrawn') discounts.add(fact.body.of)
    else if (fact.kind === 'reopened') closes.add(fact.body.of)
    else if (fact.kind === 'recalled') addRecall(recalls, fact.body.of, fact.body.units, fact.body.station)
  }
  const recalledAt = (fact: FactId, line: LineId, unit: number): readonly StationId[] =>
    recalls.size === 0 ? NOWHERE : (recalls.get(recallKey(fact, line, unit)) ?? NOWHERE)
  return { comps, merges, charges, discounts, closes, recalledAt }
}

const NOWHERE: readonly StationId[] = []

function addRecall(
  recalls: Map<string, StationId[]>,
  of: readonly FactId[],
  refs: readonly UnitRef[],
  station: StationId,
): void {
  for (const fact of of) {
    for (const ref of refs) {
      for (const unit of ref.units) {
        const key = recallKey(fact, ref.line, unit)
        const stations = recalls.get(key)
        if (stations) stations.push(station)
        else recalls.set(key, [station])
      }
    }
  }
}

function recallKey(fact: FactId, line: LineId, unit: number): string {
  return `${fact} ${line} ${unit}`
}
