import { businessDayOf, type BusinessDay, type DayRule, type EpochMs, type OrderId } from '../kernel/index.ts'
import {
  billOf,
  billsTouchedBy,
  foldOrder,
  knownFact,
  orderStatus,
  type Fact,
  type OrderDocument,
  type OrderState,
} from '../orders/index.ts'
import type { FactLog, LogPlace, TerminalStore } from '../sync/index.ts'
import type { OwnFacts } from './own-facts.ts'

const DAY_MS = 86_400_000
const LOG_KEPT_MS = 7 * DAY_MS
const ORDERS_KEPT_MS = 14 * DAY_MS
const PAGE = 500

export interface Tidied {
  readonly droppedFacts: number
  readonly removedOrders: number
}

/** E15: drops the beginning of the log, as far as everything in it is decided and a week old. Returns how many facts went. */
export async function tidyLog(log: FactLog, own: OwnFacts, now: EpochMs): Promise<number> {
  let read: LogPlace | null = null
  let last: LogPlace | null = null
  let count = 0
  for (;;) {
    const facts: readonly Fact[] = await log.read(read, PAGE)
    const kept = facts.findIndex((fact) => !own.isDecided(fact.id) || fact.at.ms > now - LOG_KEPT_MS)
    const dropped = kept < 0 ? facts : facts.slice(0, kept)
    const end = dropped.at(-1)
    if (end) last = { incarnation: end.incarnation, n: end.n }
    count += dropped.length
    if (kept >= 0 || facts.length < PAGE) break
    read = last
  }
  if (last) await log.dropThrough(last)
  return count
}

/**
 * E15: removes orders older than 14 business days, unless something of them is undecided or to be paid, or an order that stays has to do
 * with them. Returns how many went; the server has them all.
 */
export async function tidyOrders(store: TerminalStore, own: OwnFacts, now: EpochMs, rule: DayRule): Promise<number> {
  const before = businessDayOf(now - ORDERS_KEPT_MS, rule)
  const old = new Map<OrderId, OrderState>()
  const referred = new Set<OrderId>(own.undecidedOrders())
  let after: OrderId | null = null
  for (;;) {
    const orders: readonly OrderDocument[] = await store.listOrders(after, PAGE)
    for (const order of orders) {
      if (isOlder(order, before)) old.set(order.id, foldOrder(order, null))
      else for (const id of referencesOf(order)) referred.add(id)
    }
    const last = orders.at(-1)
    if (!last || orders.length < PAGE) break
    after = last.id
  }
  const gone = [...removable(old, referred)]
  for (let from = 0; from < gone.length; from += PAGE) await store.removeOrders(gone.slice(from, from + PAGE))
  return gone.length
}

/** An order stays with the bills that it has a say in, and they with it. */
function removable(old: ReadonlyMap<OrderId, OrderState>, referred: ReadonlySet<OrderId>): ReadonlySet<OrderId> {
  const touched = new Map([...old.values()].map((state) => [state.id, billsTouchedBy(state)]))
  const touching = new Map<OrderId, OrderState[]>()
  for (const [from, bills] of touched) {
    const state = old.get(from)
    for (const bill of bills) if (state) touching.set(bill, [...(touching.get(bill) ?? []), state])
  }
  const free = new Set<OrderId>()
  for (const state of old.values()) {
    if (!referred.has(state.id) && isSettled(state, touching.get(state.id) ?? [])) free.add(state.id)
  }
  for (let changed = true; changed;) {
    changed = false
    for (const [from, bills] of touched) {
      for (const bill of bills) {
        // A bill that is not among the old ones stays.
        if (free.has(from) === free.has(bill)) continue
        free.delete(from)
        free.delete(bill)
        changed = true
      }
    }
  }
  return free
}

/** Nothing is open on it, and nobody works on it any more. */
function isSettled(order: OrderState, onItsBill: readonly OrderState[]): boolean {
  const bill = billOf(order.id, onItsBill)
  const status = orderStatus(order, bill)
  return bill.pending === 0 && (status === 'closed' || status === 'cancelled' || status === 'merged')
}

function isOlder(order: OrderDocument, before: BusinessDay): boolean {
  for (const fact of Object.values(order.facts)) {
    const known = knownFact(fact)
    if (known?.kind === 'opened') return known.body.day < before
  }
  return false
}

/** Cheaper than folding: every order that a fact of this one puts a line into, or takes one from. */
function referencesOf(order: OrderDocument): OrderId[] {
  return Object.values(order.facts).flatMap((fact) => {
    const known = knownFact(fact)
    if (known?.kind === 'linesMoved') return [known.body.to.order]
    return known?.kind === 'tablesMerged' ? [known.body.from, known.body.to] : []
  })
}
