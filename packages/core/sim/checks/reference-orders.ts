import { unitCount, type FactId, type LineId, type OrderId, type TerminalId } from '../../src/kernel/index.ts'
import {
  knownFact,
  type Fact,
  type KnownFact,
  type OrderDocument,
  type Place,
  type UnitRef,
} from '../../src/orders/index.ts'

/**
 * The order model once more, as plainly as it can be said: which units exist, which are voided, where each stands, what was paid.
 * It shares nothing with the fold but the shape of facts, so that a mistake would have to be made twice.
 */
export interface ReferenceUnit {
  readonly home: OrderId
  readonly line: LineId
  readonly unit: number
  place: Place
  voided: boolean
}

export interface ReferenceMoney {
  readonly paid: number
  readonly refunded: number
  readonly tips: number
}

export function unitKey(line: LineId, unit: number): string {
  return `${line} ${unit}`
}

interface Timed {
  readonly fact: KnownFact
  readonly ms: number
  readonly tick: number
}

/** What counts for the viewer, in the order of effective time and id. */
export function countedFacts(document: OrderDocument, viewer: TerminalId | null): readonly KnownFact[] {
  const rulings = new Map<FactId, Timed>()
  const timed = (fact: KnownFact): Timed => {
    const receivedAt = document.verdicts[fact.id]?.receivedAt
    return receivedAt !== undefined && receivedAt < fact.at.ms
      ? { fact, ms: receivedAt, tick: 0 }
      : { fact, ms: fact.at.ms, tick: fact.at.tick }
  }
  const stands = (fact: Fact): boolean => {
    const verdict = document.verdicts[fact.id]
    return verdict ? verdict.decision === 'accepted' : fact.terminal === viewer
  }
  const known = Object.values(document.facts).flatMap((fact): KnownFact[] => {
    const read = knownFact(fact)
    return read && !document.rewritten?.[fact.id] ? [read] : []
  })
  for (const fact of known) {
    if (fact.kind !== 'ruled' || !stands(fact)) continue
    const ruling = timed(fact)
    const other = rulings.get(fact.body.of)
    if (!other || later(ruling, other) > 0) rulings.set(fact.body.of, ruling)
  }
  const counts = (fact: KnownFact): boolean => {
    if (stands(fact)) return true
    const ruling = rulings.get(fact.id)?.fact
    return (
      document.verdicts[fact.id] !== undefined &&
      fact.kind !== 'ruled' &&
      ruling?.kind === 'ruled' &&
      ruling.body.decision === 'accepted'
    )
  }
  return known
    .filter(counts)
    .map(timed)
    .sort(later)
    .map(({ fact }) => fact)
}

function later(a: Timed, b: Timed): number {
  return a.ms - b.ms || a.tick - b.tick || (a.fact.id < b.fact.id ? -1 : 1)
}

export function referenceUnits(
  documents: Iterable<OrderDocument>,
  viewer: TerminalId | null,
): Map<string, ReferenceUnit> {
  const units = new Map<string, ReferenceUnit>()
  for (const document of documents) {
    const facts = countedFacts(document, viewer)
    for (const fact of facts) if (fact.kind === 'roundSent') addUnits(units, document.id, fact)
    const undone = new Set(facts.flatMap((fact) => (fact.kind === 'tablesUnmerged' ? [fact.body.merge] : [])))
    for (const fact of facts) {
      if (fact.kind === 'voided') each(units, document.id, fact.body.units, (unit) => void (unit.voided = true))
      if (fact.kind === 'linesMoved')
        each(units, document.id, fact.body.units, (unit) => void (unit.place = fact.body.to))
      if (fact.kind === 'tablesMerged' && !undone.has(fact.body.merge)) {
        const place = { order: fact.body.to, share: 'A' }
        each(units, document.id, fact.body.units, (unit) => void (unit.place = place))
      }
    }
  }
  return units
}

function addUnits(units: Map<string, ReferenceUnit>, home: OrderId, { body }: KnownFact<'roundSent'>): void {
  for (const line of body.lines) {
    for (let unit = 1; unit <= unitCount(line.quantity, line.unit); unit += 1) {
      const key = unitKey(line.id, unit)
      if (!units.has(key))
        units.set(key, { home, line: line.id, unit, place: { order: home, share: 'A' }, voided: false })
    }
  }
}

function each(
  units: Map<string, ReferenceUnit>,
  home: OrderId,
  refs: readonly UnitRef[],
  change: (unit: ReferenceUnit) => void,
): void {
  for (const ref of refs) {
    for (const number of ref.units) {
      const unit = units.get(unitKey(ref.line, number))
      if (unit?.home === home) change(unit)
    }
  }
}

/** Money that changed hands, payment by payment: confirmed at once or by a later word. */
export function referenceMoney(document: OrderDocument, viewer: TerminalId | null): ReferenceMoney {
  const facts = countedFacts(document, viewer)
  const confirmed = new Set(
    facts.flatMap((fact) =>
      (fact.kind === 'paid' || fact.kind === 'paymentStateSet') && fact.body.state === 'confirmed'
        ? [fact.body.payment]
        : [],
    ),
  )
  const sums = { paid: 0, refunded: 0, tips: 0 }
  const counted = new Set<string>()
  for (const fact of facts) {
    if (fact.kind === 'paid' && confirmed.has(fact.body.payment) && !counted.has(fact.body.payment)) {
      counted.add(fact.body.payment)
      sums.paid += fact.body.amount
      sums.tips += fact.body.tip
    }
    if (fact.kind === 'refunded' && !counted.has(fact.body.refund)) {
      counted.add(fact.body.refund)
      sums.refunded += fact.body.amount
    }
  }
  return sums
}
