import { describe, expect, it } from 'vitest'
import { fireLines, rushLines } from '../orders/index.ts'
import { setStage, type Stage } from '../testing/outcomes/stage.ts'
import { acknowledge } from './acknowledge.ts'
import { withAddOns } from './add-ons.ts'
import { sharedRushes } from './shared-rushes.ts'
import { ticketsOf } from './tickets-of.ts'

const shared = ({ a, scene, wok }: Stage) =>
  withAddOns(ticketsOf(a.states(), wok, scene.now())).flatMap(({ tickets }) => sharedRushes(tickets))

describe('sharedRushes', () => {
  it('K6: says the rush of a whole order once, above the first of its rounds, and one tap takes note of it for all', () => {
    const stage = setStage()
    const { a, x, p, h, wok, scene } = stage
    const [more] = stage.send(a, x, { price: 600, pieces: 3, stations: [wok] })
    a.record(fireLines(a.states(), { lines: [h] }, a.context))
    a.record(rushLines(a.states(), { lines: [p, h, more ?? p] }, a.context))
    const [first] = ticketsOf(a.states(), wok, scene.now())
    const [rush, ...others] = shared(stage)
    expect(others).toEqual([])
    expect(rush).toMatchObject({ ticket: first?.id, units: 6 })
    a.record(acknowledge(a.states(), { station: wok, of: rush ? [rush.fact] : [] }, a.context))
    expect(shared(stage)).toEqual([])
    expect(
      ticketsOf(a.states(), wok, scene.now()).flatMap(({ lines }) => lines.flatMap((line) => line.rushes)),
    ).toEqual([])
  })

  it('leaves the rush of one line with that line', () => {
    const stage = setStage()
    const { a, p, q } = stage
    a.record(rushLines(a.states(), { lines: [p] }, a.context))
    expect(shared(stage)).toEqual([])
    a.record(rushLines(a.states(), { lines: [p, q] }, a.context))
    expect(shared(stage)).toEqual([])
  })
})
