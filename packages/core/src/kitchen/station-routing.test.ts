import { describe, expect, it } from 'vitest'
import type { Station } from '../branch/index.ts'
import { createIdSource, type LineId, type StationId } from '../kernel/index.ts'
import { doBump, one } from '../testing/outcomes/acts.ts'
import { setStage } from '../testing/outcomes/stage.ts'
import { routeLines, stationRouting, stationsShownBy, ticketsAt } from './index.ts'

const ids = createIdSource({
  now: () => 1_790_000_000_000,
  random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
})

function station(change: Partial<Station> = {}): Station {
  return {
    id: ids.next('station'),
    kind: 'station',
    v: 1,
    names: { zh: '站', en: '' },
    type: 'kitchen',
    sort: 1,
    ...change,
  }
}
const line = (stations: StationId[], parent?: LineId) => ({
  id: ids.next('line'),
  stations,
  ...(parent === undefined ? {} : { parent }),
})

const [pass, wok, bar] = [station({ type: 'expo' }), station(), station({ type: 'bar' })]
const [gone, blind] = [station({ deleted: true }), station({ screen: false })]
const all = [pass, wok, bar, gone, blind]

describe('where a line goes', () => {
  it('K9: to the stations of its dish that somebody looks at, else to the fallback', () => {
    const lines = [line([bar.id, gone.id]), line([gone.id]), line([blind.id]), line([]), line([ids.next('station')])]
    const routed = routeLines(lines, stationRouting(all, bar.id))
    expect(routed.ok && routed.value.map(({ stations }) => stations)).toEqual(lines.map(() => [bar.id]))
  })

  it('K9: the fallback is the one that the branch names, else the first that makes something and has a screen', () => {
    expect(stationRouting(all, bar.id).fallback).toBe(bar.id)
    expect(stationRouting(all, null).fallback).toBe(wok.id)
    expect(stationRouting(all, gone.id).fallback).toBe(wok.id)
    expect(stationRouting([pass], undefined).fallback).toBe(pass.id)
    expect(stationRouting([gone, blind], blind.id).fallback).toBeNull()
  })

  it('K9: a set meal is made nowhere, its dishes are', () => {
    const set = line([])
    const routed = routeLines([set, line([], set.id)], stationRouting(all, null))
    expect(routed.ok && routed.value.map(({ stations }) => stations)).toEqual([[], [wok.id]])
  })

  it('K9: without any station with a screen the Send is refused, and nothing of it leaves', () => {
    expect(routeLines([line([blind.id])], stationRouting([blind], null))).toEqual({ ok: false, code: 'station.none' })
    const set = line([])
    expect(routeLines([set, line([], set.id)], stationRouting([], null))).toMatchObject({ code: 'station.none' })
  })
})

describe('what is left of a station', () => {
  it('K9: stands on the screen of the fallback, is bumped there, and on no other', () => {
    const stage = setStage()
    const { a, scene, p, wok: left, bar: stays } = stage
    const routing = { screens: new Set([stays]), fallback: stays }
    expect(stationsShownBy(stays, { ...routing, fallback: left }, new Set([left]), a.states())).toEqual([stays])
    const shown = stationsShownBy(stays, routing, new Set([left]), a.states())
    expect(shown).toEqual([stays, left])
    const lines = () => ticketsAt(a.states(), shown, scene.now()).flatMap((ticket) => ticket.lines)
    expect(lines().find((each) => each.line === p)?.toDo).toEqual([1, 2])
    doBump(a, stage, one(p, 1))
    expect(lines().find((each) => each.line === p)?.toDo).toEqual([2])
  })
})
