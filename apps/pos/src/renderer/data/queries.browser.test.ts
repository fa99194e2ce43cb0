import { expect, it } from 'vitest'
import { businessDaySchema, createIdSource, type BusinessDay } from '@orderez/core/kernel'
import {
  chainFacts,
  emptyOrder,
  FACT_VERSION,
  startLog,
  type FactDraft,
  type OrderDocument,
} from '@orderez/core/orders'
import { entropy } from '../platform/browser-ports.ts'
import { openTerminalDatabase } from './database.ts'
import { createQueries } from './queries.ts'
import { createRxTerminalStore } from './rx-terminal-store.ts'

const ids = createIdSource({ now: () => Date.now(), random: entropy })
const before = businessDaySchema.parse('2026-11-20')
const today = businessDaySchema.parse('2026-11-21')

function openedOn(day: BusinessDay): OrderDocument {
  const order = ids.next('order')
  const draft = {
    id: ids.next('fact'),
    v: FACT_VERSION,
    order,
    person: ids.next('person'),
    at: { ms: 1, tick: 0 },
    kind: 'opened',
    body: {
      branch: ids.next('branch'),
      day,
      number: { letters: 'AA', n: 1 },
      type: 'dineIn',
      source: 'staff',
      owner: ids.next('person'),
      table: ids.next('table'),
      guests: 2,
    },
  } as const satisfies FactDraft
  const { facts } = chainFacts(startLog(ids.next('terminal'), ids.next('incarnation')), [draft])
  return { ...emptyOrder(order), facts: Object.fromEntries(facts.map((fact) => [fact.id, fact])) }
}

it('answers once for each change of what is open or of these days, though several queries see it', async () => {
  const viewer = ids.next('terminal')
  const database = await openTerminalDatabase(`queries-${crypto.randomUUID()}`)
  const store = createRxTerminalStore(database, viewer)
  const live = createQueries(database, viewer).openOrOfDays([before, today])
  const answers: (readonly string[])[] = []
  const heard = { done: () => {} }
  live.subscribe(() => {
    answers.push((live.get() ?? []).map(({ id }) => id))
    heard.done()
  })
  const answer = () => new Promise<void>((done) => (heard.done = done))
  await answer()
  const expected: string[][] = [[]]
  for (const day of [before, today]) {
    const document = openedOn(day)
    const next = answer()
    await store.mergeOrders([document])
    await next
    expected.push([...(expected.at(-1) ?? []), document.id])
  }
  // A second answer to the last change would come at once.
  await new Promise((done) => setTimeout(done, 100))
  expect(answers.map((known) => known.toSorted())).toEqual(expected.map((known) => known.toSorted()))
  await database.remove()
})
