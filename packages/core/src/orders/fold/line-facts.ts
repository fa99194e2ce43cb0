import type { UnitComp, UnitVoid } from '../order-state.ts'
import type { Counted } from './counted-facts.ts'
import { eachUnit, stampOf, type OrderDraft } from './order-draft.ts'

/** O7: a field amended is a register; every amendment of what is cooked stays visible until the kitchen acknowledges it. */
export function lineAmended(draft: OrderDraft, item: Counted<'lineAmended'>): void {
  const { line: id, note, options, seat, course } = item.fact.body
  const line = draft.lines.get(id)
  if (!line) return
  if (note !== undefined) line.note = note
  if (options !== undefined) {
    line.options = options.chosen
    line.price = options.price
  }
  if (seat !== undefined) line.seat = seat
  if (course !== undefined) line.course = course
  if (note === undefined && options === undefined) return
  line.amendments.push({ ...stampOf(item), units: [], note: note ?? null, options: options?.chosen ?? null })
}

export function priceSet(draft: OrderDraft, { fact }: Counted<'priceSet'>): void {
  const line = draft.lines.get(fact.body.line)
  if (line) line.price = fact.body.price
}

export function weightSet(draft: OrderDraft, { fact }: Counted<'weightSet'>): void {
  const line = draft.lines.get(fact.body.line)
  if (!line || line.content.unit === 'piece') return
  line.unitQuantity = fact.body.quantity
  line.unweighed = false
}

/** O8: voids name units, so two voids of one unit are one. */
export function voided(draft: OrderDraft, item: Counted<'voided'>): void {
  const { units, reason, approver } = item.fact.body
  eachUnit(draft, units, (unit) => {
    unit.voided = sayAgain<UnitVoid>(unit.voided, { ...stampOf(item), reason, approver: approver ?? null, facts: [] })
  })
}

export function comped(draft: OrderDraft, item: Counted<'comped'>): void {
  if (draft.undone.comps.has(item.fact.id)) return
  const { units, reason, approver } = item.fact.body
  eachUnit(draft, units, (unit) => {
    unit.comped = sayAgain<UnitComp>(unit.comped, { ...stampOf(item), reason, approver: approver ?? null, facts: [] })
  })
}

/** The first stands; whoever says it again is remembered. */
function sayAgain<T extends UnitVoid | UnitComp>(known: T | null, said: T): T {
  const first = known ?? said
  return { ...first, facts: [...first.facts, said.fact] }
}

export function fired(draft: OrderDraft, { fact, at }: Counted<'fired'>): void {
  for (const id of fact.body.lines) {
    const line = draft.lines.get(id)
    if (!line || line.fired) continue
    line.fired = true
    line.firedAt = at.ms
  }
}

export function held(draft: OrderDraft, { fact }: Counted<'held'>): void {
  for (const id of fact.body.lines) {
    const line = draft.lines.get(id)
    if (!line) continue
    line.fired = false
    line.firedAt = null
  }
}

export function rushed(draft: OrderDraft, item: Counted<'rushed'>): void {
  for (const id of new Set(item.fact.body.lines)) draft.lines.get(id)?.rushes.push(stampOf(item))
}
