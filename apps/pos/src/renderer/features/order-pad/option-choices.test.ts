import { describe, expect, it } from 'vitest'
import { createIdSource } from '@orderez/core/kernel'
import { choose, missingGroup, type Choices } from './option-choices.ts'
import { stationSummary, unitsOf } from './station-summary.ts'

const newIds = () => createIdSource({ now: () => 1_700_000_000_000, random: (bytes) => new Uint8Array(bytes) })
const ids = newIds()
const options = [ids.next('option'), ids.next('option'), ids.next('option')] as const
const group = (min: number, max: number) => ({
  id: ids.next('optionGroup'),
  min,
  max,
  names: { zh: '辣度', en: 'Spice' },
  options: [],
})

describe('option choices', () => {
  it('replace the one of a group of one, and give back what is tapped twice', () => {
    const one = group(1, 1)
    const first = choose(new Map(), one, options[0])
    expect(choose(first, one, options[1]).get(one.id)).toEqual([options[1]])
    expect(choose(first, one, options[0]).get(one.id)).toEqual([])
  })
  it('let the oldest go in a full group', () => {
    const two = group(0, 2)
    const full = options.reduce<Choices>((choices, option) => choose(choices, two, option), new Map())
    expect(full.get(two.id)).toEqual([options[1], options[2]])
  })
  it('name the first group that still wants one', () => {
    const [optional, required] = [group(0, 1), group(1, 1)]
    expect(missingGroup([optional, required], new Map())).toBe(required)
    expect(missingGroup([optional, required], choose(new Map(), required, options[0]))).toBeNull()
  })
})

describe('station summary', () => {
  const [wok, bar] = [ids.next('station'), ids.next('station')]
  it('counts units by station in the order of the stations', () => {
    const lines = [
      { quantity: 2000, unit: 'piece', stations: [bar] },
      { quantity: 1000, unit: 'piece', stations: [wok] },
      { quantity: 1250, unit: 'kg', stations: [wok] },
    ] as const
    expect(stationSummary(lines, [wok, bar])).toEqual([
      { station: wok, units: 2 },
      { station: bar, units: 2 },
    ])
    expect(unitsOf(lines)).toBe(4)
  })
})
