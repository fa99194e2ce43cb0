import { describe, expect, it } from 'vitest'
import { chainFacts, emptyOrder, startLog, type Fact, type OrderDocument, type Verdict } from '../orders/index.ts'
import { createTestIds, noteDrafts } from '../testing/fact-drafts.ts'
import { OwnFacts } from './own-facts.ts'

const ids = createTestIds(21)
const terminal = ids.next('terminal')
const [order, person] = [ids.next('order'), ids.next('person')]

function log(count: number, incarnation = ids.next('incarnation')) {
  const texts = Array.from({ length: count }, (_, index) => `note ${index}`)
  return chainFacts(startLog(terminal, incarnation), noteDrafts(ids, order, person, texts))
}

function judged(
  facts: readonly Fact[],
  decision: Verdict['decision'] = 'accepted',
  others: readonly Fact[] = [],
): OrderDocument {
  const verdict = (of: Fact, word: Verdict['decision']): Verdict => ({
    of: of.id,
    decision: word,
    receivedAt: 1,
    epoch: 'epoch1',
  })
  return {
    ...emptyOrder(order),
    facts: Object.fromEntries([...facts, ...others].map((fact) => [fact.id, fact])),
    verdicts: Object.fromEntries([
      ...facts.map((fact) => [fact.id, verdict(fact, decision)] as const),
      ...others.map((fact) => [fact.id, verdict(fact, 'accepted')] as const),
    ]),
  }
}

describe('own facts (E1)', () => {
  it('are undecided until the server has said something about them', () => {
    const { facts } = log(3)
    const own = new OwnFacts(terminal)
    own.add(facts)
    own.judge([judged(facts.slice(0, 2))])
    expect(own.undecided()).toEqual(facts.slice(2))
    expect(own.counts()).toEqual({ undecided: 1, refused: 0, held: 0 })
    own.add(facts)
    expect(own.undecided()).toEqual(facts.slice(2))
  })

  it('are sent in the order of the log, however they were added', () => {
    const [first, second] = [log(3), log(2)]
    const own = new OwnFacts(terminal)
    own.add(first.facts.slice(0, 1))
    own.add(second.facts.slice(0, 1))
    own.add(first.facts.slice(2))
    own.add(first.facts.slice(1, 2))
    own.add(second.facts.slice(1))
    expect(own.undecided()).toEqual([...first.facts, ...second.facts])
  })

  it('of others are nobody’s business here', () => {
    const { facts } = chainFacts(
      startLog(ids.next('terminal'), ids.next('incarnation')),
      noteDrafts(ids, order, person, ['theirs']),
    )
    const own = new OwnFacts(terminal)
    own.judge([judged(facts, 'refused')])
    own.addKept({ ...emptyOrder(order), facts: Object.fromEntries(facts.map((fact) => [fact.id, fact])) }, false)
    expect(own.counts()).toEqual({ undecided: 0, refused: 0, held: 0 })
  })

  it('count as refused or held until a manager rules (V2)', () => {
    const { facts } = log(2)
    const own = new OwnFacts(terminal)
    own.add(facts)
    own.judge([judged(facts, 'held')])
    expect(own.counts()).toEqual({ undecided: 0, refused: 0, held: 2 })
    const [first] = facts
    const ruling = chainFacts(startLog(ids.next('terminal'), ids.next('incarnation')), [
      {
        ...noteDrafts(ids, order, person, [''])[0]!,
        kind: 'ruled',
        body: { of: first?.id, decision: 'accepted', reason: 'fine' },
      },
    ]).facts
    own.judge([judged(facts, 'held', ruling)])
    expect(own.counts()).toEqual({ undecided: 0, refused: 0, held: 1 })
  })

  it('are all undecided again after a new epoch (E8)', () => {
    const { facts } = log(2)
    const own = new OwnFacts(terminal)
    own.add(facts)
    own.judge([judged(facts)])
    own.reopen()
    own.add(facts)
    expect(own.undecided()).toEqual(facts)
  })
})

describe('decided up to (S14)', () => {
  it('is the number below the first undecided one', () => {
    const { facts, tail } = log(5)
    const own = new OwnFacts(terminal)
    own.add(facts)
    own.judge([judged(facts.filter(({ n }) => n !== 3))])
    expect(own.decidedThrough(tail)).toBe(2)
    own.judge([judged(facts)])
    expect(own.decidedThrough(tail)).toBe(5)
  })

  it('goes on behind what was dropped from the log', () => {
    const { facts, tail } = log(5)
    const own = new OwnFacts(terminal)
    own.add(facts.slice(2))
    expect(own.decidedThrough(tail)).toBe(0)
    own.judge([judged(facts.slice(2, 3))])
    expect(own.decidedThrough(tail)).toBe(3)
  })

  it('is 0 where nothing of the incarnation is at hand', () => {
    const { tail } = log(5)
    expect(new OwnFacts(terminal).decidedThrough(tail)).toBe(0)
  })
})
