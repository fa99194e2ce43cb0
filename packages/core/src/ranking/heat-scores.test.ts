import { describe, expect, it } from 'vitest'
import { createIdSource, type BusinessDay } from '../kernel/index.ts'
import { addHeat, heatIdOf, heatSchema, heatScores, type Heat } from './index.ts'

let tick = 0
const ids = createIdSource({ now: () => 1_790_000_000_000, random: (bytes) => new Uint8Array(bytes).fill((tick += 1)) })
const [noodles, tea] = [ids.next('dish'), ids.next('dish')]
const [one, two] = [ids.next('terminal'), ids.next('terminal')]
const today = '2026-11-23' as BusinessDay

function heat(day: string, terminal = one, dishes: Heat['dishes'] = {}): Heat {
  const on = day as BusinessDay
  return { id: heatIdOf(on, terminal), kind: 'heat', v: 1, terminal, day: on, dishes }
}

describe('the heat of dishes', () => {
  it('adds what terminals counted; sales weigh most and yesterday weighs less', () => {
    const count = { sales: 2, views: 3, favourites: 1 }
    const heats = [
      heat('2026-11-23', one, { [noodles]: count }),
      heat('2026-11-22', two, { [noodles]: count, [tea]: count }),
    ]
    expect(heatScores(heats, today)).toEqual(
      new Map([
        [noodles, 16 * 30 + 16 * 29],
        [tea, 16 * 29],
      ]),
    )
    expect(heatScores(heats.toReversed(), today)).toEqual(heatScores(heats, today))
  })

  it('forgets after thirty days, and does not fear a clock that runs ahead', () => {
    const count = { [tea]: { sales: 1, views: 0, favourites: 0 } }
    expect(heatScores([heat('2026-10-24', one, count)], today)).toEqual(new Map())
    expect(heatScores([heat('2026-12-24', one, count)], today)).toEqual(new Map([[tea, 150]]))
  })

  it('counts on from the document of the day', () => {
    const empty = heat('2026-11-23')
    const first = addHeat(null, empty, new Map([[tea, { sales: 1, views: 1, favourites: 0 }]]))
    const second = addHeat(first, empty, new Map([[tea, { sales: 2, views: 0, favourites: 0 }]]))
    expect(second.dishes[tea]).toEqual({ sales: 3, views: 1, favourites: 0 })
    expect(empty.dishes).toEqual({})
    expect(heatSchema.parse(second)).toEqual(second)
  })
})
