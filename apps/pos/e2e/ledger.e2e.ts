import { describe, expect, it } from 'vitest'
import type { Fact } from '@orderez/core/orders'
import { addDishes, allDecided, linesBecome, openTable, part, send, signIn, table, toTables } from './stage/people.ts'
import { restaurant } from './stage/restaurant.ts'
import { storedDocuments, storedOrders } from './stage/stored-documents.ts'

const HOT = 1
/** The ledger is copied and sent in pauses, and compared a few seconds after it came. */
const PATIENCE_MS = 90_000

const { lin, server } = restaurant({ lin: { joins: 'Tablet 1', person: 'lin' } })

/** From now on no push of this page arrives; of what goes to the ledger, 30 % of the requests fail. */
async function cutPushes(): Promise<{ readonly pushes: number; readonly ledgerFailures: number }> {
  const counts = { pushes: 0, ledgerFailures: 0 }
  await lin.page.route('**/api/sync/push', (route) => {
    counts.pushes += 1
    return route.abort()
  })
  await lin.page.route('**/api/ledger/**', (route) => {
    // The first one, and others by chance: a rhythm would hit the same step of each try.
    if (counts.ledgerFailures > 0 && Math.random() > 0.3) return route.continue()
    counts.ledgerFailures += 1
    return route.abort()
  })
  return counts
}

async function orderTwo(label: string, state: 'saved' | 'sent' = 'saved'): Promise<void> {
  await openTable(lin.page, label)
  await addDishes(lin.page, [[HOT, ['202', '209']]])
  await send(lin.page)
  await linesBecome(lin.page, [state], 2)
  await toTables(lin.page)
}

/** Facts of the tablet as the orders of the server have them, with the decisions on them. */
async function ownFacts(): Promise<readonly { readonly fact: Fact; readonly decision: string | undefined }[]> {
  const orders = await storedOrders(server())
  const all = orders.flatMap(({ facts, verdicts }) =>
    Object.values(facts).map((fact) => ({ fact, decision: verdicts[fact.id]?.decision })),
  )
  return all.toSorted((a, b) => a.fact.n - b.fact.n)
}

/** Exactly the first `count` numbers of the log are there, each once and accepted. The carts of the orders wait: they go by push alone. */
async function factsBecome(count: number): Promise<Awaited<ReturnType<typeof ownFacts>>> {
  const numbers = Array.from({ length: count }, (_, index) => index + 1)
  await expect
    .poll(async () => (await ownFacts()).map(({ fact }) => fact.n), { timeout: PATIENCE_MS, interval: 2_000 })
    .toEqual(numbers)
  const facts = await ownFacts()
  expect(new Set(facts.map(({ decision }) => decision))).toEqual(new Set(['accepted']))
  return facts
}

describe('the ledger, where no push gets through', () => {
  it('brings what was said, every fact once, though 30 % of its own requests fail; and the tablet hears that it is decided', async () => {
    const counts = await cutPushes()
    for (const label of ['A1', 'A2']) await orderTwo(label)
    await factsBecome(4)
    expect(counts.pushes).toBeGreaterThan(0)
    expect(counts.ledgerFailures).toBeGreaterThan(0)
    await table(lin.page, 'A2').click()
    await linesBecome(lin.page, ['sent'], 2)
    await toTables(lin.page)
  })

  it('brings also what was saved before the browser was killed, and the pushes that come later double nothing', async () => {
    await orderTwo('A3')
    await lin.killAndReopen()
    await cutPushes()
    await lin.page.goto(lin.origin)
    await part(lin.page, 'person').or(part(lin.page, 'table')).first().waitFor()
    if ((await part(lin.page, 'person').count()) > 0) await signIn(lin.page, 'lin')
    const facts = await factsBecome(6)
    await lin.page.unrouteAll()
    await orderTwo('A7', 'sent')
    await allDecided(lin.page)
    const all = await factsBecome(8)
    expect(all.slice(0, facts.length)).toEqual(facts)
    const inbox = await storedDocuments(server(), 'inbox')
    expect(inbox.map(({ kind }) => kind)).toEqual([])
  })
})
