import type { TerminalId } from '../../kernel/index.ts'
import type { FactKind } from '../fact-bodies.ts'
import type { OrderDocument } from '../order-document.ts'
import type { OrderState } from '../order-state.ts'
import { WHOLE_SHARE } from '../places.ts'
import { sortFacts, type Counted } from './counted-facts.ts'
import { finishLine, withSets } from './finish-line.ts'
import { foldRounds } from './fold-rounds.ts'
import * as header from './header-facts.ts'
import * as kitchen from './kitchen-facts.ts'
import * as line from './line-facts.ts'
import * as money from './money-facts.ts'
import { emptyDraft, type OrderDraft } from './order-draft.ts'
import * as place from './place-facts.ts'
import { collectUndoings } from './undoings.ts'

/** Kinds that are read before the rest is applied: lines, undoings by name, and rulings. */
type ReadAhead =
  | 'roundSent'
  | 'recalled'
  | 'compWithdrawn'
  | 'tablesUnmerged'
  | 'chargeWithdrawn'
  | 'discountWithdrawn'
  | 'reopened'
  | 'ruled'
type AppliedKind = Exclude<FactKind, ReadAhead>
type Handler<K extends FactKind> = (draft: OrderDraft, item: Counted<K>) => void

const HANDLERS: { readonly [K in AppliedKind]: Handler<K> } = {
  ...header,
  ...line,
  ...kitchen,
  ...place,
  ...handlersOfMoney(),
}

function handlersOfMoney() {
  const { finishPayment: _notAFact, ...handlers } = money
  return handlers
}

/**
 * O3: what an order says to a viewer (null: only what the server accepted). A pure function of the set of facts and verdicts:
 * neither the order of keys nor the order of arrival matters. Facts are trusted to have been parsed at the door.
 */
export function foldOrder(document: OrderDocument, viewer: TerminalId | null): OrderState {
  const { counted, ...sorting } = sortFacts(document, viewer)
  const home = { order: document.id, share: WHOLE_SHARE }
  const draft = emptyDraft(document.id, home, collectUndoings(counted))
  foldRounds(draft, counted)
  for (const item of counted) apply(draft, item)
  return { ...finish(draft), ...sorting, document, viewer, updatedAt: counted.at(-1)?.at.ms ?? 0 }
}

function apply(draft: OrderDraft, item: Counted): void {
  const { kind } = item.fact
  if (isApplied(kind)) (HANDLERS[kind] as Handler<FactKind>)(draft, item)
}

function isApplied(kind: FactKind): kind is AppliedKind {
  return Object.hasOwn(HANDLERS, kind)
}

type FromSorting = 'document' | 'viewer' | 'undecided' | 'setAside' | 'rewritten' | 'unread' | 'flags' | 'updatedAt'

function finish(draft: OrderDraft): Omit<OrderState, FromSorting> {
  const { opening } = draft
  return {
    id: draft.id,
    complete: opening !== null,
    opening,
    openedApart: draft.openedApart,
    table: draft.table === undefined ? (opening?.table ?? null) : draft.table,
    guests: draft.guests ?? opening?.guests ?? 0,
    contact: draft.contact?.contact ?? opening?.contact ?? null,
    wishedAt: (draft.contact ?? opening)?.wishedAt ?? null,
    note: draft.note,
    rounds: [...draft.rounds.values()],
    lines: withSets(new Map([...draft.lines].map(([id, one]) => [id, finishLine(one)]))),
    merges: draft.merges,
    chargesAt: draft.chargesAt,
    charges: [...draft.charges.values()],
    discounts: [...draft.discounts.values()],
    roundings: draft.roundings,
    splits: draft.splits,
    preBills: draft.preBills,
    payments: [...draft.payments.values()].map((payment) => money.finishPayment(draft, payment)),
    refunds: [...draft.refunds.values()],
    closes: draft.closes,
    acknowledged: draft.acknowledged,
  }
}
