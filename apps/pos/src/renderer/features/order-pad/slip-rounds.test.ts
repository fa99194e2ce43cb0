import { describe, expect, it } from 'vitest'
import {
  chainFacts,
  emptyOrder,
  FACT_VERSION,
  foldOrder,
  startLog,
  type FactDraft,
  type Line,
  type OrderDocument,
  type Verdict,
} from '@orderez/core/orders'
import { createIdSource } from '@orderez/core/kernel'
import { arrivedLines, slipRounds } from './slip-rounds.ts'

const newIds = () => createIdSource({ now: () => 1_700_000_000_000, random: (bytes) => new Uint8Array(bytes) })
const ids = newIds()
const [order, person, terminal, station] = [
  ids.next('order'),
  ids.next('person'),
  ids.next('terminal'),
  ids.next('station'),
]
let tick = 0

function line(quantity: number): Line {
  return {
    id: ids.next('line'),
    dish: ids.next('dish'),
    version: `dvr_${'0'.repeat(64)}` as Line['version'],
    names: { zh: '面', en: 'Noodles' },
    quantity,
    unit: 'piece',
    price: { base: 1000, options: [] },
    tax: { ratePpm: 0, inclusive: true },
    options: [],
    stations: [station],
    fire: 'now',
  }
}

function draft(kind: string, body: FactDraft['body']): FactDraft {
  tick += 1
  return { id: ids.next('fact'), v: FACT_VERSION, order, person, at: { ms: 1, tick }, kind, body }
}

function orderOf(drafts: readonly FactDraft[], decide: (index: number) => Verdict['decision'] | null): OrderDocument {
  const { facts } = chainFacts(startLog(terminal, ids.next('incarnation')), drafts)
  const verdicts = facts.flatMap((fact, index): Verdict[] => {
    const decision = decide(index)
    return decision
      ? [
          {
            of: fact.id,
            decision,
            receivedAt: 1,
            epoch: 'abcd',
            ...(decision === 'refused' ? { code: 'price.mismatch' as const } : {}),
          },
        ]
      : []
  })
  return {
    ...emptyOrder(order),
    facts: Object.fromEntries(facts.map((fact) => [fact.id, fact])),
    verdicts: Object.fromEntries(verdicts.map((verdict) => [verdict.of, verdict])),
  }
}

const looks = (document: OrderDocument) =>
  slipRounds(foldOrder(document, terminal)).flatMap((round) =>
    round.lines.map(({ look, units }) => [look, units.length]),
  )

describe('slip', () => {
  const noodles = line(3000)
  const round = draft('roundSent', { round: ids.next('round'), lines: [noodles] })

  it('says saved until the server has decided, then sent', () => {
    expect(looks(orderOf([round], () => null))).toEqual([['saved', 3]])
    expect(looks(orderOf([round], () => 'accepted'))).toEqual([['sent', 3]])
  })

  it('groups the units of a line by how they stand', () => {
    const units = (numbers: number[]) => [{ line: noodles.id, units: numbers }]
    const facts = [
      round,
      draft('received', { station, units: units([1, 2, 3]) }),
      draft('started', { station, units: units([2]) }),
      draft('ready', { station, units: units([3]) }),
      draft('voided', { units: units([1]), reason: 'wrong' }),
    ]
    expect(looks(orderOf(facts, () => 'accepted'))).toEqual([
      ['cooking', 1],
      ['ready', 1],
      ['voided', 1],
    ])
  })

  it('says refused, not saved, of what the server could not read', () => {
    const document = orderOf([round], () => null)
    const [line] = slipRounds(foldOrder(document, terminal), new Set([round.id])).flatMap(({ lines }) => lines)
    expect(line).toMatchObject({ look: 'refused', units: [1, 2, 3] })
    expect(line?.state).not.toBeNull()
  })

  it('keeps in sight what the server refused', () => {
    expect(looks(orderOf([round], () => 'refused'))).toEqual([['refused', 1]])
  })
})

describe('a bill that bears dishes of others', () => {
  const [other, merge] = [ids.next('order'), ids.next('merge')]
  const soup = line(2000)
  const sent = draft('roundSent', { round: ids.next('round'), lines: [soup] })
  const merged = draft('tablesMerged', {
    merge,
    from: order,
    to: other,
    units: [{ line: soup.id, units: [1, 2] }],
  })
  const home = foldOrder(
    orderOf([sent, merged], () => 'accepted'),
    terminal,
  )
  const bearer = foldOrder(emptyOrder(other), terminal)

  it('lists them with where they come from; their own slip says where they stand', () => {
    const [arrived] = arrivedLines(other, [bearer, home])
    expect(arrived?.from).toBe(order)
    expect(arrived?.lines.map(({ look, units, movedTo }) => [look, units, movedTo])).toEqual([['sent', [1, 2], null]])
    expect(slipRounds(home).flatMap(({ lines }) => lines.map(({ movedTo }) => movedTo))).toEqual([other])
    expect(arrivedLines(order, [bearer, home])).toEqual([])
  })

  it('keeps apart what stayed', () => {
    const move = draft('linesMoved', {
      units: [{ line: soup.id, units: [2] }],
      to: { order: other, share: 'A' },
      why: 'move',
    })
    const half = foldOrder(
      orderOf([sent, move], () => 'accepted'),
      terminal,
    )
    const lines = slipRounds(half).flatMap((round) => round.lines.map(({ units, movedTo }) => [units, movedTo]))
    expect(lines).toEqual([
      [[1], null],
      [[2], other],
    ])
  })
})
