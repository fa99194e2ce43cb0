import { describe, expect, it } from 'vitest'
import { moveTable } from '../orders/index.ts'
import { doBump, one } from '../testing/outcomes/acts.ts'
import { setStage, type Stage } from '../testing/outcomes/stage.ts'
import { withAddOns } from './add-ons.ts'
import { ticketsOf } from './tickets-of.ts'

/** The wok's piles: of each ticket its first dish's line. */
const piles = ({ a, scene, wok }: Stage) =>
  withAddOns(ticketsOf(a.states(), wok, scene.now())).map(({ tickets }) => tickets.map(({ lines }) => lines[0]?.line))

describe('withAddOns', () => {
  it('K10: hangs a later round below the ticket of its table while that stands', () => {
    const stage = setStage()
    const { a, y, p, r, wok } = stage
    expect(piles(stage)).toEqual([[p], [r]])
    const [more] = stage.send(a, y, { price: 600, stations: [wok] })
    expect(piles(stage)).toEqual([[p], [r, more]])
    doBump(a, stage, one(r))
    expect(piles(stage)).toEqual([[p], [more]])
  })

  it('K10: the pile goes to another table as one', () => {
    const stage = setStage()
    const { a, y, p, r, wok, tables } = stage
    const [more] = stage.send(a, y, { price: 600, stations: [wok] })
    a.record(moveTable(a.state(y), tables.free, a.context))
    expect(piles(stage)).toEqual([[p], [r, more]])
  })
})
