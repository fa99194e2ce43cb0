import { WHOLE_SHARE } from '../places.ts'
import type { Counted } from './counted-facts.ts'
import { eachUnit, stampOf, type OrderDraft } from './order-draft.ts'

/** H1, H2: where a unit stands is one register in its home order; the latest writer wins, so it stands in exactly one place. */
export function linesMoved(draft: OrderDraft, item: Counted<'linesMoved'>): void {
  eachUnit(draft, item.fact.body.units, (unit) => {
    unit.place = item.fact.body.to
    unit.placedBy = stampOf(item)
  })
}

/** H3, H4: a merge moves the units it names and the fixed charges; an unmerge that names it makes it as if it had not been. */
export function tablesMerged(draft: OrderDraft, item: Counted<'tablesMerged'>): void {
  const { merge, from, to, units } = item.fact.body
  const undone = draft.undone.merges.has(merge)
  draft.merges.push({ ...stampOf(item), merge, from, to, units, undone })
  if (undone) return
  const place = { order: to, share: WHOLE_SHARE }
  eachUnit(draft, units, (unit) => {
    unit.place = place
    unit.placedBy = stampOf(item)
  })
  if (draft.chargesAt === from) draft.chargesAt = to
}
