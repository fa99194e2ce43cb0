import type { Opening } from '../order-state.ts'
import type { Counted } from './counted-facts.ts'
import { stampOf, type OrderDraft } from './order-draft.ts'

/** O2: an order opened apart on two terminals (a shared cart) is opened once; the first in (time, id) stands. */
export function opened(draft: OrderDraft, item: Counted<'opened'>): void {
  const { contact = null, wishedAt = null, table = null, ...rest } = item.fact.body
  const opening: Opening = { ...rest, ...stampOf(item), contact, wishedAt, table }
  if (draft.opening) draft.openedApart.push(opening)
  else draft.opening = opening
}

export function tableSet(draft: OrderDraft, { fact }: Counted<'tableSet'>): void {
  draft.table = fact.body.table
}

export function guestsSet(draft: OrderDraft, { fact }: Counted<'guestsSet'>): void {
  draft.guests = fact.body.guests
}

export function noteSet(draft: OrderDraft, { fact }: Counted<'noteSet'>): void {
  draft.note = fact.body.text
}

export function contactSet(draft: OrderDraft, { fact }: Counted<'contactSet'>): void {
  draft.contact = fact.body
}
