import { describe, expect, it } from 'vitest'
import { createIdSource, type JsonObject } from '@orderez/core/kernel'
import { entropy } from '../platform/browser-ports.ts'
import { aloneAmongWindows, createCartChanges, type CartChange } from './cart-changes.ts'
import { openTerminalDatabase } from './database.ts'
import { createQueries } from './queries.ts'
import { createRxTerminalStore } from './rx-terminal-store.ts'

const ids = createIdSource({ now: () => Date.now(), random: entropy })
const TAPS = 25

async function openCart() {
  const name = `carts-${crypto.randomUUID()}`
  const viewer = ids.next('terminal')
  const database = await openTerminalDatabase(name)
  const store = createRxTerminalStore(database, viewer)
  const queries = createQueries(database, viewer)
  const order = ids.next('order')
  const cart = { id: ids.next('cart'), kind: 'cart', v: 1, order, lines: {} }
  const changes = createCartChanges({
    ids,
    read: queries.readCarts,
    live: queries.cartsOf,
    edit: (next) => store.writeEdited('carts', next, null),
    alone: (of, task) => aloneAmongWindows(`${name}-${of}`, task),
  })
  const countOf = (carts: readonly JsonObject[] | null) => Number(carts?.[0]?.['count'] ?? 0)
  const oneMore: CartChange = (carts) => ({ ...(carts[0] ?? cart), id: cart.id, count: countOf(carts) + 1 })
  return { database, store, queries, order, cart, changes, countOf, oneMore }
}

describe('cart changes on RxDB', () => {
  it('are drawn once each while they are written, and none of them goes away or counts twice', async () => {
    const { database, queries, order, changes, countOf, oneMore } = await openCart()
    const shown = changes.shown(order)
    const drawn: number[] = []
    const leave = shown.subscribe(() => drawn.push(countOf(shown.get())))
    await expect.poll(() => shown.get()).toEqual([])
    drawn.length = 0
    const saved: Promise<void>[] = []
    for (let tap = 0; tap < TAPS; tap += 1) {
      saved.push(changes.change(order, oneMore, ids.next('person')))
      if (tap % 5 === 4) await new Promise((done) => setTimeout(done, 10))
    }
    await Promise.all(saved)
    await new Promise((done) => setTimeout(done, 50))
    expect(drawn).toEqual(Array.from({ length: TAPS }, (_, index) => index + 1))
    expect(countOf(await queries.readCarts(order))).toBe(TAPS)
    leave()
    await database.remove()
  })

  it('stand on what comes from the server while they are written', async () => {
    const { database, store, queries, order, cart, changes, countOf, oneMore } = await openCart()
    const shown = changes.shown(order)
    const leave = shown.subscribe(() => undefined)
    await changes.change(order, oneMore, ids.next('person'))
    await store.writeDocuments('carts', [{ ...cart, count: 10 }])
    await changes.change(order, oneMore, ids.next('person'))
    expect(countOf(shown.get())).toBe(11)
    await store.writeDocuments('carts', [{ ...cart, count: 20 }])
    await expect.poll(() => countOf(shown.get())).toBe(20)
    expect(countOf(await queries.readCarts(order))).toBe(20)
    leave()
    await database.remove()
  })
})
