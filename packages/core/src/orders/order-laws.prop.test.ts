import { describe, expect, it, vi } from 'vitest'
import { canonicalJson, type JsonValue } from '../kernel/index.ts'
import { createHistory, type HistoryAct } from '../testing/order-histories.ts'
import { billOf } from './bill/bill-of.ts'
import type { Bill } from './bill/bill.ts'
import { unitAmounts } from './bill/unit-amounts.ts'
import { contradictionsOf } from './contradictions/contradictions-of.ts'
import { foldOrder } from './fold/fold-order.ts'
import { mergeOrders, type OrderDocument } from './order-document.ts'
import type { OrderState } from './order-state.ts'

/** The long counts (`npm run soak -- orders`) begin at a seed of their own, so that each round is news. */
const soak = process.env['SOAK_FROM_SEED'] !== undefined
const FIRST = Number(process.env['SOAK_FROM_SEED'] ?? '1')
const RUNS = soak ? 20_000 : 500
vi.setConfig({ testTimeout: soak ? 1_800_000 : 60_000 })

function eachSeed(runs: number, check: (seed: number) => void): void {
  for (let seed = FIRST; seed < FIRST + runs; seed += 1) {
    try {
      check(seed)
    } catch (cause) {
      throw new Error(`seed ${seed}`, { cause })
    }
  }
}

function said({ document: _document, ...state }: OrderState): unknown {
  return state
}

/** The same set with its keys in another order. */
function shuffled(document: OrderDocument): OrderDocument {
  const reverse = <T>(record: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(record).toReversed())
  return { ...document, facts: reverse(document.facts), verdicts: reverse(document.verdicts) }
}

function text(document: OrderDocument): string {
  return canonicalJson(document as JsonValue)
}

describe('laws of an order', () => {
  it('O1: merging is commutative, associative and idempotent, with verdicts and rewritten facts', () => {
    eachSeed(RUNS / 10, (seed) => {
      const history = createHistory({ seed, steps: 40, orders: 1 })
      const [order] = history.scene.server.keys()
      const parts = history.terminals.flatMap((terminal) => terminal.documents.get(order!) ?? [])
      const [a, b, c] = [...parts.slice(0, 2), rewriteSome(parts[2]!)] as [OrderDocument, OrderDocument, OrderDocument]
      expect(text(mergeOrders(a, c))).toBe(text(mergeOrders(c, a)))
      expect(text(mergeOrders(mergeOrders(a, b), c))).toBe(text(mergeOrders(a, mergeOrders(b, c))))
      const all = mergeOrders(mergeOrders(a, b), c)
      expect(text(mergeOrders(all, all))).toBe(text(all))
      expect(text(mergeOrders(all, c))).toBe(text(all))
    })
  })

  it('O3: the state does not depend on the order of keys or of arrival', () => {
    eachSeed(RUNS / 10, (seed) => {
      const history = createHistory({ seed, steps: 60 })
      for (const document of history.heal()) {
        const facts = Object.values(document.facts)
        const one = (fact: (typeof facts)[number]): OrderDocument => ({ ...document, facts: { [fact.id]: fact } })
        const arrived = facts.toReversed().map(one).reduce(mergeOrders)
        const straight = said(foldOrder(document, null))
        expect(said(foldOrder(shuffled(document), null))).toEqual(straight)
        expect(said(foldOrder(arrived, null))).toEqual(straight)
      }
    })
  })

  it('S10: all terminals and the server are equal after everybody heard of everything', () => {
    eachSeed(RUNS / 10, (seed) => {
      const history = createHistory({ seed, steps: 60 })
      const server = history.heal()
      for (const terminal of history.terminals) {
        for (const document of server) expect(text(terminal.documents.get(document.id)!)).toBe(text(document))
      }
      const states = server.map((document) => foldOrder(document, null))
      const again = server.toReversed().map((document) => foldOrder(shuffled(document), null))
      expect(contradictionsOf(again)).toEqual(contradictionsOf(states))
    })
  })
})

describe('S2, H1: the home rule', () => {
  const acts: HistoryAct[] = ['send', 'move', 'merge', 'unmerge', 'split', 'void']

  it(`puts each unit on exactly one bill in ${RUNS} random histories of moves, merges, unmerges and splits`, () => {
    const done = new Map<HistoryAct, number>()
    eachSeed(RUNS, (seed) => {
      const history = createHistory({ seed, steps: 25, orders: 4, acts })
      for (const [act, times] of history.done) done.set(act, (done.get(act) ?? 0) + times)
      const states = history.heal().map((document) => foldOrder(document, null))
      const bills = states.map((state) => billOf(state.id, states))
      expect(unitsOnBills(bills)).toEqual(unitsSent(states))
    })
    for (const act of acts) expect(done.get(act), act).toBeGreaterThan(RUNS / 10)
  })
})

describe('S6: money to the minor unit', () => {
  it('balances every bill and share, and nothing is lost or made between bills', () => {
    const done = new Map<HistoryAct, number>()
    eachSeed(RUNS / 2, (seed) => {
      const history = createHistory({ seed, steps: 60 })
      for (const [act, times] of history.done) done.set(act, (done.get(act) ?? 0) + times)
      const states = history.heal().map((document) => foldOrder(document, null))
      const bills = states.map((state) => billOf(state.id, states))
      for (const bill of bills) for (const one of [bill, ...bill.shares]) expectBalance(one)
      expect(total(bills, 'subtotal')).toBe(worthOfUnits(states))
      expect(total(bills, 'paid')).toBe(moneyTaken(states))
      expect(total(bills, 'discount')).toBeLessThanOrEqual(worthOfUnits(states))
    })
    for (const act of ['pay', 'payCash', 'refund', 'discount', 'round', 'charge', 'close', 'comp'] as const) {
      expect(done.get(act), act).toBeGreaterThan(10)
    }
  })
})

function expectBalance(bill: Bill): void {
  const { subtotal, discount, charge, taxAdded, rounding, due, paid, refunded, open, tendered, change, tips } = bill
  expect(subtotal - discount + charge + taxAdded + rounding).toBe(due)
  expect(paid - refunded + open).toBe(due)
  expect(tendered - change - tips).toBe(paid)
  const net = bill.taxes.reduce((sum, tax) => sum + tax.gross, 0)
  expect(net + rounding).toBe(due)
  for (const { amount } of bill.discounts) expect(amount).toBeGreaterThanOrEqual(0)
}

function total(bills: readonly Bill[], field: 'subtotal' | 'paid' | 'discount'): number {
  return bills.reduce((sum, bill) => sum + bill[field], 0)
}

function worthOfUnits(states: readonly OrderState[]): number {
  return states
    .flatMap((state) => [...state.lines.values()])
    .reduce((sum, line) => {
      const amounts = unitAmounts(line)
      return line.units.reduce(
        (all, unit, index) => all + (unit.voided || unit.comped ? 0 : (amounts[index] ?? 0)),
        sum,
      )
    }, 0)
}

function moneyTaken(states: readonly OrderState[]): number {
  const payments = states.flatMap((state) => state.payments)
  return payments.filter((one) => one.state === 'confirmed').reduce((sum, one) => sum + one.amount, 0)
}

function unitsOnBills(bills: readonly Bill[]): string[] {
  const names = bills.flatMap((bill) =>
    bill.shares.flatMap((share) =>
      share.lines.flatMap(({ line, units, voidedUnits }) =>
        [...units, ...voidedUnits].map((unit) => `${line.id} ${unit}`),
      ),
    ),
  )
  return names.sort()
}

function unitsSent(states: readonly OrderState[]): string[] {
  const lines = states.flatMap((state) => [...state.lines.values()])
  return lines.flatMap((line) => line.units.map((unit) => `${line.id} ${unit.unit}`)).sort()
}

/** The document with some facts told with another body, as a broken or hostile client might. */
function rewriteSome(document: OrderDocument): OrderDocument {
  const facts = Object.values(document.facts).map((fact, index) =>
    index % 3 === 0 ? { ...fact, person: fact.person.replace(/.$/, '0') as typeof fact.person } : fact,
  )
  return { ...document, facts: Object.fromEntries(facts.map((fact) => [fact.id, fact])) }
}
