import { describe, expect, it } from 'vitest'
import { createIdSource } from '@orderez/core/kernel'
import { chainFacts, emptyOrder, FACT_VERSION, startLog, type OrderDocument } from '@orderez/core/orders'
import { terminalStoreContract } from '@orderez/core/testing/terminal-store-contract'
import { entropy } from '../platform/browser-ports.ts'
import { openTerminalDatabase } from './database.ts'
import { createRxTerminalStore } from './rx-terminal-store.ts'

const ids = createIdSource({ now: () => Date.now(), random: entropy })

terminalStoreContract('RxDB on Dexie', async () => {
  const name = `contract-${crypto.randomUUID()}`
  const viewer = ids.next('terminal')
  let database = await openTerminalDatabase(name)
  return {
    store: createRxTerminalStore(database, viewer),
    async reopen() {
      await database.close()
      database = await openTerminalDatabase(name)
      return createRxTerminalStore(database, viewer)
    },
    close: async () => {
      await database.remove()
    },
  }
})

describe('terminal store on RxDB', () => {
  it('unites what is written to one order at once', async () => {
    const name = `at-once-${crypto.randomUUID()}`
    const viewer = ids.next('terminal')
    const database = await openTerminalDatabase(name)
    const store = createRxTerminalStore(database, viewer)
    const order = ids.next('order')
    const facts = notes(order, 30)
    const single = facts.map((fact): OrderDocument => ({ ...emptyOrder(order), facts: { [fact.id]: fact } }))
    await Promise.all(single.map((document) => store.mergeOrders([document])))
    const [stored] = await store.readOrders([order])
    expect(Object.keys(stored?.facts ?? {})).toHaveLength(30)
    await database.remove()
  })

  it('keeps 9 collections open, far below the 13 of RxDB', async () => {
    const database = await openTerminalDatabase(`count-${crypto.randomUUID()}`)
    expect(Object.keys(database.collections)).toHaveLength(9)
    await database.remove()
  })

  it('finds open orders by the header that it computes at each write', async () => {
    const viewer = ids.next('terminal')
    const database = await openTerminalDatabase(`header-${crypto.randomUUID()}`)
    const store = createRxTerminalStore(database, viewer)
    const order = ids.next('order')
    await store.mergeOrders([{ ...emptyOrder(order), facts: {} }])
    expect(await database.orders.find({ selector: { open: 1 } }).exec()).toHaveLength(1)
    await database.remove()
  })
})

function notes(order: OrderDocument['id'], count: number) {
  const person = ids.next('person')
  const drafts = Array.from({ length: count }, (_, index) => ({
    id: ids.next('fact'),
    v: FACT_VERSION,
    order,
    person,
    at: { ms: index + 1, tick: 0 },
    kind: 'noteSet',
    body: { text: `note ${index}` },
  }))
  return chainFacts(startLog(ids.next('terminal'), ids.next('incarnation')), drafts).facts
}
