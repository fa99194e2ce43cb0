import { describe, expect, it } from 'vitest'
import type { Branch } from '@orderez/core/branch'
import { createIdSource, type JsonObject, type OrderId } from '@orderez/core/kernel'
import {
  chainFacts,
  emptyOrder,
  FACT_VERSION,
  foldOrder,
  startLog,
  type FactDraft,
  type FactKind,
  type OrderState,
} from '@orderez/core/orders'
import { takeawaysOf } from './takeaways.ts'

const MINUTE = 60_000
const OPENED_AT = 1_700_000_000_000
const ids = createIdSource({ now: () => OPENED_AT, random: (bytes) => new Uint8Array(bytes) })
const [terminal, person, branch, wok] = [
  ids.next('terminal'),
  ids.next('person'),
  ids.next('branch'),
  ids.next('station'),
]
const BRANCH: Branch = {
  id: branch,
  kind: 'branch',
  v: 1,
  names: { zh: '青禾', en: 'Qinghe' },
  currency: { code: 'CNY', exponent: 2 },
  timeZone: 'Asia/Shanghai',
  dayStartsAt: '04:00',
  languages: ['zh'],
}
const BASIS = { units: [], charges: [], discounts: [], due: 0, seen: { count: 1, digest: '0'.repeat(64) } }

let counter = 0

interface Said {
  readonly type?: 'dineIn' | 'takeaway' | 'delivery'
  readonly wishedAt?: number
  readonly facts?: (line: string) => readonly (readonly [FactKind, JsonObject])[]
}

function sent(line: string): readonly [FactKind, JsonObject] {
  const content = {
    id: line,
    dish: ids.next('dish'),
    version: `${ids.next('dish')}@1`,
    names: { zh: '面', en: 'Noodles' },
    quantity: 1_000,
    unit: 'piece',
    price: { base: 900, options: [] },
    tax: { ratePpm: 0, inclusive: true },
    options: [],
    stations: [wok],
    fire: 'now',
  }
  return ['roundSent', { round: ids.next('round'), lines: [content] }]
}

function order({ type = 'takeaway', wishedAt, facts = () => [] }: Said = {}): OrderState {
  const id: OrderId = ids.next('order')
  counter += 1
  const opened = {
    branch,
    day: '2023-11-14',
    number: { letters: 'AK', counter },
    type,
    source: 'staff',
    guests: 0,
    owner: person,
    ...(wishedAt === undefined ? {} : { wishedAt }),
  }
  const said = [['opened', opened] as const, ...facts(ids.next('line'))]
  const drafts = said.map(([kind, body], tick): FactDraft => ({
    id: ids.next('fact'),
    v: FACT_VERSION,
    order: id,
    person,
    at: { ms: OPENED_AT, tick },
    kind,
    body,
  }))
  const { facts: logged } = chainFacts(startLog(terminal, ids.next('incarnation')), drafts)
  return foldOrder({ ...emptyOrder(id), facts: Object.fromEntries(logged.map((fact) => [fact.id, fact])) }, terminal)
}

const atWok = (line: string) => ({ station: wok, units: [{ line, units: [1] }] })
const cooking = (more: Said = {}) => order({ ...more, facts: (line) => [sent(line)] })
const ready = () => order({ facts: (line) => [sent(line), ['ready', atWok(line)]] })

function looks(states: readonly OrderState[], now = OPENED_AT) {
  return takeawaysOf(states, BRANCH, now).map(({ look, stage, open }) => [look, stage, open])
}

describe('orders that leave the house', () => {
  it('are as far as their dishes; what is eaten here is no one of them', () => {
    expect(looks([order(), order({ type: 'dineIn' })])).toEqual([['seated', 'empty', 0]])
    expect(looks([cooking()])).toEqual([['sent', 'preparing', 900]])
    expect(looks([ready()])).toEqual([['ready', 'ready', 900]])
  })

  it('stay until they are handed over and paid', () => {
    const served = (line: string) => ['served', { units: [{ line, units: [1] }] }] as const
    const closed = ['closed', { basis: BASIS }] as const
    const unpaid = order({ facts: (line) => [sent(line), served(line)] })
    expect(looks([unpaid])).toEqual([['paying', 'served', 900]])
    expect(looks([order({ facts: (line) => [sent(line), closed] })])).toEqual([['sent', 'preparing', 900]])
    expect(looks([order({ facts: (line) => [sent(line), served(line), closed] })])).toEqual([])
    expect(looks([order({ facts: () => [closed] })])).toEqual([])
  })

  it('are late after what the branch says, or after the time that was wished; the most urgent first', () => {
    const [soon, wished] = [cooking(), cooking({ wishedAt: OPENED_AT + 60 * MINUTE })]
    expect(looks([wished, soon], OPENED_AT + 14 * MINUTE).map(([look]) => look)).toEqual(['sent', 'sent'])
    const late = takeawaysOf([wished, soon, ready()], BRANCH, OPENED_AT + 16 * MINUTE)
    expect(late.map(({ look }) => look)).toEqual(['ready', 'waiting', 'sent'])
    expect(late[2]?.state.id).toBe(wished.id)
    expect(looks([wished], OPENED_AT + 61 * MINUTE)).toEqual([['waiting', 'preparing', 900]])
  })
})
