import { expect, it } from 'vitest'
import { foldOrder, STATION_STAGES, type OrderDocument, type OrderState } from '../orders/index.ts'
import { createHistory } from '../testing/order-histories.ts'
import { ticketsOf } from './tickets-of.ts'

const SEEDS = 120

it('S3, K7: over random histories every wanted unit is on one ticket of each of its stations, in one list, until it is done', () => {
  let wanted = 0
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const states = createHistory({ seed, steps: 80 })
      .heal()
      .map((document) => foldOrder(document, null))
    for (const station of stationsOf(states)) {
      const shown = ticketsOf(states, station, 0).flatMap((ticket) =>
        ticket.lines.flatMap((line) =>
          [...line.toDo, ...line.started, ...line.held].map((unit) => `${line.line} ${unit}`),
        ),
      )
      const asked = unitsToMake(states, station)
      wanted += asked.length
      expect(shown.sort(), `seed ${seed}`).toEqual(asked)
    }
  }
  expect(wanted).toBeGreaterThan(SEEDS * 5)
})

it('S5, K1: over random histories a stage only advances with what arrives, unless a recall is among it', () => {
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const history = createHistory({ seed, steps: 80 })
    for (const document of history.heal()) {
      const fewer = without(document, () => history.scene.random.chance(0.4))
      const before = ranks(foldOrder(fewer, null))
      const after = ranks(foldOrder(document, null))
      for (const [unit, rank] of before) expect(after.get(unit), `seed ${seed}`).toBeGreaterThanOrEqual(rank)
    }
  }
})

function stationsOf(states: readonly OrderState[]) {
  const lines = states.flatMap((state) => [...state.lines.values()])
  return new Set(lines.flatMap((line) => line.content.stations))
}

function unitsToMake(states: readonly OrderState[], station: string): string[] {
  const lines = states.flatMap((state) => [...state.lines.values()])
  const units = lines.flatMap((line) =>
    line.units
      .filter((unit) => !unit.voided && unit.servedBy.length === 0)
      .filter((unit) => unit.stations.some((one) => one.station === station && one.stage !== 'ready'))
      .map((unit) => `${line.id} ${unit.unit}`),
  )
  return units.sort()
}

/** The document before some of its kitchen facts arrived. */
function without(document: OrderDocument, drop: () => boolean): OrderDocument {
  const kitchen = new Set(['received', 'started', 'ready'])
  const facts = Object.entries(document.facts).filter(([, fact]) => !kitchen.has(fact.kind) || !drop())
  return { ...document, facts: Object.fromEntries(facts) }
}

function ranks(state: OrderState): Map<string, number> {
  const all = [...state.lines.values()].flatMap((line) =>
    line.units.flatMap((unit) =>
      unit.stations.map(({ station, stage }): [string, number] => [
        `${line.id} ${unit.unit} ${station}`,
        STATION_STAGES.indexOf(stage),
      ]),
    ),
  )
  return new Map(all)
}
