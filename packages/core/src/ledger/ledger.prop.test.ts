import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { chainFacts, startLog, type Fact } from '../orders/index.ts'
import { createTestIds, noteDrafts } from '../testing/fact-drafts.ts'
import { ledgerEntryOf, missingFacts, verifyLedger } from './index.ts'

const ids = createTestIds(7)
const order = ids.next('order')
const person = ids.next('person')
const terminal = ids.next('terminal')

function logOf(count: number): readonly Fact[] {
  const texts = Array.from({ length: count }, (_, index) => String(index))
  return chainFacts(startLog(terminal, ids.next('incarnation')), noteDrafts(ids, order, person, texts)).facts
}

const counts = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 4 })

test('L4 to L8: an untouched log has no flaw, in whatever order and however often its facts are read', () => {
  fc.assert(
    fc.property(counts, fc.infiniteStream(fc.nat()), (sizes, chance) => {
      const facts = sizes.flatMap((size) => logOf(size))
      const next = () => chance.next().value as number
      const again = facts.filter(() => next() % 3 === 0)
      const mixed = [...facts, ...again]
        .map((fact) => [next(), fact] as const)
        .toSorted(([a], [b]) => a - b)
        .map(([, fact]) => fact)
      expect(verifyLedger(mixed)).toEqual([])
    }),
  )
})

test('L4, L5, L8: any one fact taken out or changed is found at its place', () => {
  fc.assert(
    fc.property(fc.integer({ min: 3, max: 30 }), fc.nat(), fc.boolean(), (size, where, taken) => {
      const facts = logOf(size)
      const at = 1 + (where % (size - 2))
      const n = at + 1
      if (taken) {
        expect(verifyLedger(facts.toSpliced(at, 1))).toMatchObject([{ flaw: 'gap', n, last: n }])
        return
      }
      const changed = { ...facts[at]!, body: { text: 'another' } }
      expect(verifyLedger(facts.with(at, changed))).toMatchObject([{ flaw: 'broken', n: n + 1 }])
      expect(verifyLedger([...facts, changed])).toMatchObject([{ flaw: 'rewritten', n, last: n }])
    }),
  )
})

test('L1, L9: what the orders lack is found, each once and in the order of the log, and ids sort alike', () => {
  fc.assert(
    fc.property(counts, fc.func(fc.boolean()), (sizes, holds) => {
      const facts = sizes.flatMap((size) => logOf(size))
      const missing = missingFacts(facts.toReversed(), ({ id }) => holds(id))
      expect(missing).toEqual(facts.filter(({ id }) => !holds(id)))
      const made = missing.map((fact) => ledgerEntryOf(fact)._id)
      expect(made.toSorted()).toEqual(made)
    }),
  )
})
