import { describe, expect, it } from 'vitest'
import { createIdSource, type JsonObject } from '@orderez/core/kernel'
import { chainFacts, emptyOrder, FACT_VERSION, foldOrder, startLog, type OrderState } from '@orderez/core/orders'
import { strayOrders } from './stray-orders.ts'

const ids = createIdSource({ now: () => 1_700_000_000_000, random: (bytes) => new Uint8Array(bytes) })
const terminal = ids.next('terminal')
const [shown, removed] = [ids.next('table'), ids.next('table')]

function opened(body: JsonObject): OrderState {
  const order = ids.next('order')
  const person = ids.next('person')
  const number = { letters: 'AK', counter: 1 }
  const opening = { branch: ids.next('branch'), day: '2023-11-14', number, source: 'staff', guests: 2, owner: person }
  const said = { id: ids.next('fact'), v: FACT_VERSION, order, person, at: { ms: 1, tick: 0 }, kind: 'opened' }
  const drafts = [{ ...said, body: { ...opening, type: 'dineIn', ...body } }]
  const { facts } = chainFacts(startLog(terminal, ids.next('incarnation')), drafts)
  return foldOrder({ ...emptyOrder(order), facts: Object.fromEntries(facts.map((fact) => [fact.id, fact])) }, terminal)
}

describe('orders that no table shows', () => {
  it('are those of a table that was removed, and those that sit at none', () => {
    const [there, gone, nowhere] = [opened({ table: shown }), opened({ table: removed }), opened({})]
    const takeaway = opened({ type: 'takeaway' })
    expect(strayOrders([there, gone, nowhere, takeaway], new Set([shown]))).toEqual([gone, nowhere])
  })
})
