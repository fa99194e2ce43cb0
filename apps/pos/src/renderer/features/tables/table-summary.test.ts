import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createIdSource, InvariantError, type OrderId, type TableId } from '@orderez/core/kernel'
import {
  chainFacts,
  emptyOrder,
  FACT_VERSION,
  foldOrder,
  startLog,
  type FactDraft,
  type OrderState,
} from '@orderez/core/orders'
import { summariseTable } from './table-summary.ts'

const ids = createIdSource({ now: () => 1_700_000_000_000, random: (bytes) => new Uint8Array(bytes) })
const [terminal, person, branch] = [ids.next('terminal'), ids.next('person'), ids.next('branch')]
const NOW = { now: 1_700_000_600_000, waitingMinutes: 15 }

function openAt(table: TableId, order: OrderId = ids.next('order')): OrderState {
  const opened: FactDraft = {
    id: ids.next('fact'),
    v: FACT_VERSION,
    order,
    person,
    at: { ms: 1_700_000_000_000, tick: 1 },
    kind: 'opened',
    body: {
      branch,
      day: '2023-11-14',
      number: { letters: 'A', counter: 1 },
      type: 'dineIn',
      table,
      guests: 3,
      owner: person,
    },
  }
  const { facts } = chainFacts(startLog(terminal, ids.next('incarnation')), [opened])
  return foldOrder({ ...emptyOrder(order), facts: Object.fromEntries(facts.map((fact) => [fact.id, fact])) }, terminal)
}

/** No bill can be made of it. */
function unreadable(order: OrderState, reason: Error): OrderState {
  return {
    ...order,
    get lines(): never {
      throw reason
    },
  }
}

describe('what a table shows', () => {
  beforeEach(() => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
  })
  afterEach(() => {
    vi.restoreAllMocks()
  })

  it('has its orders, guests and amount', () => {
    const table = ids.next('table')
    const order = openAt(table)
    expect(summariseTable(table, [order], NOW)).toEqual({
      state: 'seated',
      orders: [order.id],
      guests: 3,
      owner: person,
      minutes: 10,
      ordered: false,
      amount: 0,
      reservation: null,
    })
    expect(summariseTable(table, [order], { ...NOW, waitingMinutes: 9 }).state).toBe('waiting')
  })

  it('is shown with a problem where its bill cannot be computed', () => {
    const table = ids.next('table')
    const broken = unreadable(openAt(table), new InvariantError('the result is beyond safe integers'))
    expect(summariseTable(table, [broken], NOW)).toMatchObject({ orders: [broken.id], guests: 3, amount: null })
    expect(console.error).toHaveBeenCalled()
  })

  it('hides no fault of the program', () => {
    const table = ids.next('table')
    const faulty = unreadable(openAt(table), new TypeError('a fault'))
    expect(() => summariseTable(table, [faulty], NOW)).toThrow('a fault')
  })
})
