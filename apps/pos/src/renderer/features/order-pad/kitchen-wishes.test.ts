import { describe, expect, it } from 'vitest'
import { createIdSource } from '@orderez/core/kernel'
import { chainFacts, emptyOrder, FACT_VERSION, foldOrder, startLog, type Line } from '@orderez/core/orders'
import { heldByCourse, linesToRush } from './kitchen-wishes.ts'

let count = 0
const ids = createIdSource({ now: () => 1_700_000_000_000, random: (bytes) => new Uint8Array(bytes).fill(count++) })
const [order, person, terminal] = [ids.next('order'), ids.next('person'), ids.next('terminal')]

function line(fire: Line['fire'], course?: number): Line {
  return {
    id: ids.next('line'),
    dish: ids.next('dish'),
    version: `dvr_${'0'.repeat(64)}` as Line['version'],
    names: { zh: '面', en: 'Noodles' },
    quantity: 1000,
    unit: 'piece',
    price: { base: 1000, options: [] },
    tax: { ratePpm: 0, inclusive: true },
    options: [],
    stations: [ids.next('station')],
    fire,
    ...(course === undefined ? {} : { course }),
  }
}

describe('what can be asked of the kitchen', () => {
  const [now, soup, fish, tea] = [line('now'), line('hold', 2), line('hold', 1), line('hold')]
  const draft = {
    id: ids.next('fact'),
    v: FACT_VERSION,
    order,
    person,
    at: { ms: 1, tick: 0 },
    kind: 'roundSent',
    body: { round: ids.next('round'), lines: [now, soup, fish, tea] },
  }
  const { facts } = chainFacts(startLog(terminal, ids.next('incarnation')), [draft])
  const state = foldOrder(
    { ...emptyOrder(order), facts: Object.fromEntries(facts.map((fact) => [fact.id, fact])) },
    terminal,
  )
  it('is to cook what is held, by course', () => {
    expect([...heldByCourse(state)]).toEqual([
      [null, [tea.id]],
      [1, [fish.id]],
      [2, [soup.id]],
    ])
  })
  it('is to hurry with what is not held', () => {
    expect(linesToRush(state)).toEqual([now.id])
  })
})
