import { expect, test } from 'vitest'
import { chainFacts, startLog, type Fact } from '../orders/index.ts'
import { createTestIds, noteDrafts } from '../testing/fact-drafts.ts'
import { ledgerEntryOf, ledgerIdOf, ledgerPlaceOf, parseLedgerEntry, verifyLedger, type LedgerFlaw } from './index.ts'

const ids = createTestIds()
const terminal = ids.next('terminal')
const order = ids.next('order')
const person = ids.next('person')
const drafts = (count: number) =>
  noteDrafts(
    ids,
    order,
    person,
    Array.from({ length: count }, (_, index) => `note ${index}`),
  )

const tail = startLog(terminal, ids.next('incarnation'))
const log = chainFacts(tail, drafts(10))
const { incarnation } = tail

function flaws(facts: readonly Fact[]): readonly (readonly [LedgerFlaw, number, number])[] {
  return verifyLedger(facts).map(({ flaw, n, last }) => [flaw, n, last])
}

test('L1: ids sort as the numbers do, and say their place', () => {
  const numbers = [1, 2, 9, 10, 99, 100, 123_456_789_012]
  const made = numbers.map((n) => ledgerIdOf({ terminal, incarnation, n }))
  expect(made.toSorted()).toEqual(made)
  expect(made.map((id) => ledgerPlaceOf(id)?.n)).toEqual(numbers)
  expect(ledgerPlaceOf(made[0]!)).toEqual({ terminal, incarnation, n: 1 })
  for (const id of ['', 'x', `${terminal}.${incarnation}.1`, `${terminal}.${incarnation}.000000000000`, `${made[0]}.1`])
    expect(ledgerPlaceOf(id)).toBeNull()
})

test('L2: the same fact is the same revision, whatever the order of its keys; another fact in the place is another one', () => {
  const [fact] = log.facts as [Fact]
  const turned = Object.fromEntries(Object.entries(fact).toReversed()) as Fact
  expect(ledgerEntryOf(turned)).toEqual(ledgerEntryOf(fact))
  const other = ledgerEntryOf({ ...fact, body: { text: 'another' } })
  expect(other._id).toBe(ledgerEntryOf(fact)._id)
  expect(other._rev).not.toBe(ledgerEntryOf(fact)._rev)
  expect(other._rev).toBe(`1-${other._revisions.ids[0]}`)
})

test('L3: only an own fact under its own id and revision is an entry; the rest is in doubt and says why', () => {
  const [first, second] = log.facts as [Fact, Fact]
  const entry = ledgerEntryOf(first)
  expect(parseLedgerEntry(terminal, entry)).toEqual({ ok: true, value: entry })
  const codes = (
    [
      [terminal, { ...entry, fact: { ...first, body: { text: 'changed' } } }],
      [terminal, { ...entry, _id: ledgerEntryOf(second)._id }],
      [ids.next('terminal'), entry],
      [terminal, { ...entry, fact: { ...first, n: 0 } }],
      [terminal, { ...entry, fact: { ...first, body: { text: '\ud800' } } }],
      [terminal, { _id: entry._id }],
      [terminal, null],
      [terminal, []],
      [terminal, 'text'],
    ] as const
  ).map(([sender, document]) => {
    const parsed = parseLedgerEntry(sender, document)
    return parsed.ok ? 'entry' : parsed.code
  })
  expect(codes).toEqual([
    'ledger.misplaced',
    'ledger.misplaced',
    'ledger.foreign',
    'ledger.malformed',
    'ledger.malformed',
    'ledger.malformed',
    'ledger.malformed',
    'ledger.malformed',
    'ledger.malformed',
  ])
})

test('L4: a missing number is a gap, from the first one missing to the last; what was before the lowest is not', () => {
  expect(flaws(log.facts.slice(4))).toEqual([])
  expect(flaws(log.facts.toSpliced(3, 2))).toEqual([['gap', 4, 5]])
})

test('L5: a fact that does not carry the hash of the one before breaks the chain', () => {
  const facts = log.facts.with(6, { ...log.facts[6]!, prev: 'f'.repeat(64) })
  expect(flaws(facts)).toEqual([['broken', 7, 8]])
})

test('L6, L7: two facts with one number are a fork; where both sides go on, a clone is at work', () => {
  const middle = chainFacts(tail, [])
  const restored = chainFacts({ ...middle.tail, n: 9, hash: log.facts[9]!.prev }, drafts(1))
  expect(flaws([...log.facts, ...restored.facts])).toEqual([['forked', 10, 10]])
  const seventh = log.facts[6]!
  const cloned = chainFacts({ ...tail, n: 6, hash: seventh.prev }, drafts(3))
  expect(flaws([...log.facts, ...cloned.facts])).toEqual([
    ['forked', 7, 9],
    ['cloned', 8, 9],
  ])
})

test('L8: one fact that says two things is rewritten, and hides no other flaw', () => {
  const changed = { ...log.facts[2]!, body: { text: 'never said' } }
  expect(flaws([...log.facts, changed].filter(({ n }) => n !== 7))).toEqual([
    ['rewritten', 3, 3],
    ['gap', 7, 7],
  ])
  const other = chainFacts(startLog(terminal, ids.next('incarnation')), drafts(3)).facts.toSpliced(1, 1)
  expect(verifyLedger([...other, changed, ...log.facts]).map(({ flaw }) => flaw)).toEqual(['rewritten', 'gap'])
})
