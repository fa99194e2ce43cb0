import { describe, expect, it } from 'vitest'
import { createIdSource } from '../kernel/index.ts'
import {
  checkSettings,
  movedPreset,
  parseRate,
  rateText,
  removedStation,
  removedTax,
  withoutPreset,
  withPreset,
  type Station,
  type Tax,
} from './index.ts'

const ids = createIdSource({
  now: () => 1_790_000_000_000,
  random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
})
const names = { zh: '名', en: 'Name' }
const tax = { ratePpm: 60_000, inclusive: true }
const type = { inUse: true, slowMinutes: 10, lateMinutes: 20 }
const types = { dineIn: type, takeaway: type, delivery: type }

describe('what a manager sets', () => {
  it('is taken as it is where it is allowed', () => {
    const good = {
      orderTypes: types,
      tenders: ['cash' as const],
      tipRates: [100_000],
      coverCharge: null,
      serviceCharge: { names, ratePpm: 100_000, tax },
      rounding: { to: 10, mode: 'down' as const },
    }
    expect(checkSettings(good)).toEqual({ ok: true, value: good })
    expect(checkSettings({})).toEqual({ ok: true, value: {} })
  })

  it.each([
    ['orderType.slowAfterLate', { orderTypes: { ...types, delivery: { ...type, slowMinutes: 20 } } }],
    ['minutes.range', { orderTypes: { ...types, dineIn: { ...type, slowMinutes: 0 } } }],
    ['minutes.range', { waitingMinutes: 601 }],
    ['seconds.range', { sendUndoSeconds: 31 }],
    ['orderTypes.none', { orderTypes: { dineIn: off(), takeaway: off(), delivery: off() } }],
    ['tenders.none', { tenders: [] }],
    ['tips.range', { tipRates: [1_000_001] }],
    ['list.tooLong', { tipRates: [1, 2, 3, 4, 5, 6, 7] }],
    ['names.empty', { coverCharge: { names: { zh: ' ', en: '' }, amount: 100, tax } }],
    ['amount.range', { deliveryCharge: { names, amount: 0, tax } }],
    ['amount.range', { rounding: { to: 0, mode: 'half' as const } }],
    ['rate.range', { serviceCharge: { names, ratePpm: -1, tax } }],
    ['names.empty', { reasons: [{ id: ids.next('reason'), use: 'void' as const, names: { zh: '', en: '' } }] }],
    ['text.tooLong', { receiptFooter: 'x'.repeat(301) }],
  ])('is refused with %s', (code, change) => {
    expect(checkSettings(change)).toEqual({ ok: false, code })
  })
})

function off() {
  return { ...type, inUse: false }
}

describe('a list of presets', () => {
  const list = [
    { id: 'a', use: 'void' },
    { id: 'b', use: 'comp' },
    { id: 'c', use: 'void', deleted: true },
    { id: 'd', use: 'void' },
  ]
  const order = (all: readonly { readonly id: string }[]) => all.map(({ id }) => id).join('')

  it('takes an entry in its place or at its end, and marks one as removed', () => {
    expect(withPreset(list, { id: 'b', use: 'price' })[1]).toEqual({ id: 'b', use: 'price' })
    expect(order(withPreset(list, { id: 'e', use: 'void' }))).toBe('abcde')
    expect(withoutPreset(list, 'a')[0]).toEqual({ id: 'a', use: 'void', deleted: true })
  })

  it('moves an entry among those of its kind, over removed ones', () => {
    const isVoid = ({ use }: { readonly use: string }) => use === 'void'
    expect(order(movedPreset(list, 'a', 1, isVoid))).toBe('dbca')
    expect(order(movedPreset(list, 'd', 1, isVoid))).toBe('abcd')
    expect(order(movedPreset(list, 'b', -1))).toBe('bacd')
    expect(movedPreset(list, 'c', 1)).toBe(list)
  })
})

describe('rates', () => {
  it('are typed in percent', () => {
    expect(parseRate('6')).toEqual({ ok: true, value: 60_000 })
    expect(parseRate(' 8.25 % ')).toEqual({ ok: true, value: 82_500 })
    expect(parseRate('６％')).toEqual({ ok: true, value: 60_000 })
    expect(parseRate('100')).toEqual({ ok: true, value: 1_000_000 })
    expect(parseRate('100.1')).toMatchObject({ code: 'rate.tooHigh' })
    for (const text of ['', '-1', '1.23456', 'six', '1e2']) expect(parseRate(text)).toMatchObject({ ok: false })
  })

  it('are written as they are read', () => {
    for (const ppm of [0, 1, 60_000, 82_500, 999_999, 1_000_000]) {
      expect(parseRate(rateText(ppm))).toEqual({ ok: true, value: ppm })
    }
    expect([rateText(60_000), rateText(82_500)]).toEqual(['6', '8.25'])
  })
})

describe('what dishes name', () => {
  it('cannot be removed', () => {
    const station: Station = { id: ids.next('station'), kind: 'station', v: 1, names, type: 'bar', sort: 1 }
    const rate: Tax = { id: ids.next('tax'), kind: 'tax', v: 1, names, ...tax }
    expect(removedStation(station, 1)).toMatchObject({ code: 'station.inUse' })
    expect(removedStation(station, 0)).toMatchObject({ value: { deleted: true } })
    expect(removedTax(rate, 2)).toMatchObject({ code: 'tax.inUse' })
    expect(removedTax(rate, 0)).toMatchObject({ value: { deleted: true } })
  })
})
