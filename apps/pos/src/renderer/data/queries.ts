import { audit, combineLatest, map, Observable } from 'rxjs'
import { invariant, type BusinessDay, type JsonObject, type OrderId, type TerminalId } from '@orderez/core/kernel'
import { foldOrder, type OrderDocument, type OrderState } from '@orderez/core/orders'
import { recordTypeOf, type SyncedCollection } from '@orderez/core/sync'
import { branchRecordsOf, type BranchRecords } from './branch-records.ts'
import type { TerminalDatabase } from './database.ts'
import { floorOf, type Floor } from './floor.ts'
import { createLiveValue, type LiveValue } from './live-value.ts'
import { menuOf, type Menu } from './menu.ts'
import { ofKind, type DocumentKinds } from './documents-of-kind.ts'
import { onceEach } from './once-each.ts'
import { bodyOf, orderOf } from './stored-bodies.ts'

/** The live queries that screens share. */
export interface Queries {
  readonly menu: LiveValue<Menu>
  readonly floor: LiveValue<Floor>
  readonly branch: LiveValue<BranchRecords>
  /** All documents of a kind that are not deleted, in no order: what editors work on. */
  documents<K extends keyof DocumentKinds>(kind: K): LiveValue<readonly DocumentKinds[K][]>
  /** Orders that are not closed for good, as this terminal sees them. */
  readonly openOrders: LiveValue<readonly OrderState[]>
  /** All carts of an order, ended ones too, with the changes that are on their way to the store. */
  cartsOf(order: OrderId): LiveValue<readonly JsonObject[]>
  /** One order, closed or not; undefined when it is not (yet) on this terminal. */
  order(id: OrderId): LiveValue<OrderState | undefined>
  /** Every order of a business day, closed ones too: what was paid may still have to be cooked. */
  ordersOfDay(day: BusinessDay): LiveValue<readonly OrderState[]>
  /** Everything that is open and every order of these days, each once. */
  openOrOfDays(days: readonly BusinessDay[]): LiveValue<readonly OrderState[]>
  /** As they are stored now: a live query may be some milliseconds behind a write of one's own. */
  readCarts(order: OrderId): Promise<readonly JsonObject[]>
  readOrder(id: OrderId): Promise<OrderState | null>
  readOpenOrders(): Promise<readonly OrderState[]>
  readDay(day: BusinessDay): Promise<readonly OrderState[]>
}

export function createQueries(database: TerminalDatabase, viewer: TerminalId): Queries {
  const fold = foldOnce(viewer)
  const whole = (collection: Exclude<SyncedCollection, 'orders'>): Observable<readonly JsonObject[]> =>
    database[collection].find().$.pipe(map((rows) => rows.map(bodyOf)))
  const orders = (selector: { open: 1 } | { day: BusinessDay }): Observable<readonly OrderState[]> =>
    database.orders.find({ selector }).$.pipe(map((rows) => rows.map((row) => fold(orderOf(row)))))
  const documentsOf = new Map<string, LiveValue<readonly unknown[]>>()
  function documents<K extends keyof DocumentKinds>(kind: K): LiveValue<readonly DocumentKinds[K][]> {
    const collection = recordTypeOf(kind)?.collection
    invariant(collection && collection !== 'orders', `${kind} is no edited document`)
    const live = documentsOf.get(kind) ?? createLiveValue(whole(collection).pipe(map((all) => ofKind(all, kind))))
    documentsOf.set(kind, live)
    return live as LiveValue<readonly DocumentKinds[K][]>
  }
  return {
    documents,
    menu: createLiveValue(whole('menu').pipe(map(menuOf))),
    floor: createLiveValue(whole('floor').pipe(map(floorOf))),
    branch: createLiveValue(whole('branch').pipe(map(branchRecordsOf))),
    openOrders: createLiveValue(orders({ open: 1 })),
    order: onceEach((id: OrderId) =>
      createLiveValue(database.orders.findOne(id).$.pipe(map((row) => (row ? fold(orderOf(row)) : undefined)))),
    ),
    cartsOf: onceEach((order: OrderId) =>
      createLiveValue(database.carts.find({ selector: { order } }).$.pipe(map((rows) => rows.map(bodyOf)))),
    ),
    ordersOfDay: onceEach((day: BusinessDay) => createLiveValue(orders({ day }))),
    openOrOfDays: onceEach(
      (days: readonly BusinessDay[]) =>
        createLiveValue(joined([...days.map((day) => orders({ day })), orders({ open: 1 })])),
      (days) => days.join(' '),
    ),
    async readCarts(order) {
      const rows = await database.carts.find({ selector: { order } }).exec()
      return rows.map(bodyOf)
    },
    async readOrder(id) {
      const row = await database.orders.findOne(id).exec()
      return row ? fold(orderOf(row)) : null
    },
    async readOpenOrders() {
      const rows = await database.orders.find({ selector: { open: 1 } }).exec()
      return rows.map((row) => fold(orderOf(row)))
    },
    async readDay(day) {
      const rows = await database.orders.find({ selector: { day } }).exec()
      return rows.map((row) => fold(orderOf(row)))
    },
  }
}

/** A stored revision is the same object at each query, so that only what changed is folded again. */
function foldOnce(viewer: TerminalId): (document: OrderDocument) => OrderState {
  const states = new WeakMap<OrderDocument, OrderState>()
  return (document) => {
    const known = states.get(document)
    if (known) return known
    const state = foldOrder(document, viewer)
    states.set(document, state)
    return state
  }
}

/** One change of an order answers several queries, one after the other: they are awaited, so that a screen is drawn once for it. */
function joined(lists: readonly Observable<readonly OrderState[]>[]): Observable<readonly OrderState[]> {
  return combineLatest(lists).pipe(
    audit(nextTask),
    map((found) => [...new Map(found.flat().map((order) => [order.id, order])).values()]),
  )
}

/** What is under way in microtasks is over by then; a timer would be some milliseconds late. */
function nextTask(): Observable<void> {
  return new Observable((listener) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => listener.next()
    port2.postMessage(null)
    return () => port1.close()
  })
}
