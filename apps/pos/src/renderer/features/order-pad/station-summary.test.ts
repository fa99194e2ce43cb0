import { expect, it } from 'vitest'
import { createIdSource } from '@orderez/core/kernel'
import { stationSummary, unitsOf } from './station-summary.ts'

const ids = createIdSource({ now: () => 1_700_000_000_000, random: (bytes) => new Uint8Array(bytes) })
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
