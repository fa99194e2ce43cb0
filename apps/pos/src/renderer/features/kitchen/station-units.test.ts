import { describe, expect, it } from 'vitest'
import { createIdSource } from '@orderez/core/kernel'
import {
  chainFacts,
  emptyOrder,
  FACT_VERSION,
  foldOrder,
  startLog,
  type FactDraft,
  type Line,
} from '@orderez/core/orders'
import { doneLines, unreceivedUnits } from './station-units.ts'

const ids = createIdSource({ now: () => 1_700_000_000_000, random: (bytes) => new Uint8Array(bytes) })
const [order, person, terminal] = [ids.next('order'), ids.next('person'), ids.next('terminal')]
const [wok, bar] = [ids.next('station'), ids.next('station')]
let ms = 0

function line(quantity: number, stations: readonly Line['stations'][number][]): Line {
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
    stations: [...stations],
    fire: 'now',
  }
}

function draft(kind: string, body: FactDraft['body']): FactDraft {
  ms += 1
  return { id: ids.next('fact'), v: FACT_VERSION, order, person, at: { ms, tick: 0 }, kind, body }
}

function state(...drafts: readonly FactDraft[]) {
  const { facts } = chainFacts(startLog(terminal, ids.next('incarnation')), drafts)
  return foldOrder({ ...emptyOrder(order), facts: Object.fromEntries(facts.map((fact) => [fact.id, fact])) }, terminal)
}

describe('units at a station', () => {
  const [noodles, beer] = [line(3000, [wok]), line(1000, [bar])]
  const round = draft('roundSent', { round: ids.next('round'), lines: [noodles, beer] })

  it('are told as received once, and only where they are made', () => {
    expect(unreceivedUnits([state(round)], wok)).toEqual([{ line: noodles.id, units: [1, 2, 3] }])
    expect(unreceivedUnits([state(round)], bar)).toEqual([{ line: beer.id, units: [1] }])
    const received = draft('received', { station: wok, units: [{ line: noodles.id, units: [1, 2, 3] }] })
    expect(unreceivedUnits([state(round, received)], wok)).toEqual([])
  })

  it('are not told when they were voided before', () => {
    const voided = draft('voided', { units: [{ line: noodles.id, units: [2] }], reason: 'wrong' })
    expect(unreceivedUnits([state(round, voided)], wok)).toEqual([{ line: noodles.id, units: [1, 3] }])
  })

  it('can be called back once they are done, the newest first', () => {
    const first = draft('ready', { station: wok, units: [{ line: noodles.id, units: [1] }] })
    const second = draft('ready', { station: bar, units: [{ line: beer.id, units: [1] }] })
    const done = state(round, first, second)
    expect(doneLines([done], [wok], 10)).toMatchObject([{ order, ref: { line: noodles.id, units: [1] } }])
    expect(doneLines([done], [bar], 10)).toHaveLength(1)
    expect(doneLines([state(round)], [wok], 10)).toEqual([])
  })
})
