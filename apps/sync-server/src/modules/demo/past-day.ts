import {
  businessDayBounds,
  type BusinessDay,
  type DishId,
  type EpochMs,
  type JsonObject,
  type PersonId,
  type TableId,
  type TerminalId,
} from '@orderez/core/kernel'
import type { Terminal } from '@orderez/core/branch'
import { chainFacts, foldOrder, startLog, type Fact, type OrderState } from '@orderez/core/orders'
import { addHeat, heatIdOf, type Heat } from '@orderez/core/ranking'
import { shiftReport, type Shift } from '@orderez/core/shifts'
import type { Edit } from '@orderez/core/sync'
import { createChance, createSeededIds, type Chance } from './chance.ts'
import type { DemoHouse } from './demo-crew.ts'
import { createGuestMenu, type GuestMenu } from './guest-menu.ts'
import { tellPastOrder, type PastParty } from './past-order.ts'
import { createScriptedOrder } from './scripted-order.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** Orders on a usual Sunday to Saturday. */
const BY_WEEKDAY = [88, 54, 58, 63, 70, 97, 112] as const
const LEAST = 40
const MOST = 120
const GUESTS: readonly (readonly [guests: number, share: number])[] = [
  [1, 0.1],
  [2, 0.48],
  [3, 0.66],
  [4, 0.84],
  [5, 0.9],
  [6, 0.96],
  [8, 1],
]
const TAKEAWAY = 0.24
const FLOAT = 50_000

/** A closed day of the demo: what its terminal said, in the order of its log, and the shift of its drawer. */
export interface PastDay {
  /** Each order's facts whole and together. */
  readonly orders: readonly (readonly Fact[])[]
  readonly shift: Edit | null
  /** What its terminal counted of each dish. */
  readonly heat: Edit
}

export interface PastDayRequest {
  readonly house: DemoHouse
  readonly terminal: Terminal
  readonly day: BusinessDay
}

/** The same house and the same day give the same facts, so that a start that was cut off can write the day again. */
export function pastDay({ house, terminal, day }: PastDayRequest): PastDay {
  const seed = `${house.branch.id} ${day}`
  const chance = createChance(seed)
  const { from } = businessDayBounds(day, house.branch)
  const ids = createSeededIds(`${seed} log`, () => from)
  const menu = createGuestMenu(house.menu, createChance(`${house.branch.id} favourites`))
  const parties = partiesOf(day, from, house, terminal, chance)
  const freeAt = new Map<TableId, EpochMs>()
  const told = parties.map((party, index) => tellParty({ party, index, seed, house, terminal, menu, freeAt }))
  let tail = startLog(terminal.id, ids.next('incarnation'))
  const orders = told.map((drafts) => {
    const chained = chainFacts(tail, drafts)
    tail = chained.tail
    return chained.facts
  })
  const shift = shiftOf(orders, { house, day, from, ids, chance })
  return { orders, shift, heat: heatOf(orders, { terminal: terminal.id, day, person: house.cashier, ids, chance }) }
}

type Seated = Omit<PastParty, 'table'>

function partiesOf(day: BusinessDay, from: EpochMs, house: DemoHouse, { letters }: Terminal, chance: Chance): Seated[] {
  const usual = BY_WEEKDAY[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? LEAST
  const count = Math.min(MOST, Math.max(LEAST, Math.round(usual * (0.9 + chance.next() * 0.2))))
  const startsAt = Number(house.branch.dayStartsAt.slice(0, 2))
  return Array.from({ length: count }, () => hourOf(chance))
    .toSorted((a, b) => a - b)
    .map((hour, index) => ({
      day,
      number: { letters, counter: index + 1 },
      at: Math.round(from + (hour - startsAt) * HOUR),
      guests: guestsOf(chance),
      waiter: chance.pick<PersonId>(house.waiters),
    }))
}

/** Local hours: half come for dinner, a third for lunch, some for a coffee in between. */
function hourOf(chance: Chance): number {
  const near = (hour: number, spread: number) => hour + (chance.next() + chance.next() + chance.next() - 1.5) * spread
  const at = chance.next()
  if (at < 0.34) return near(12.3, 0.9)
  if (at < 0.84) return near(19, 1.4)
  return 9.5 + chance.next() * 8
}

function guestsOf(chance: Chance): number {
  const at = chance.next()
  return GUESTS.find(([, upTo]) => at < upTo)?.[0] ?? 2
}

interface Telling {
  readonly party: Seated
  readonly index: number
  readonly seed: string
  readonly house: DemoHouse
  readonly terminal: Terminal
  readonly menu: GuestMenu
  readonly freeAt: Map<TableId, EpochMs>
}

function tellParty({ party, index, seed, house, terminal, menu, freeAt }: Telling) {
  const chance = createChance(`${seed} party ${index}`)
  let now = party.at
  const ids = createSeededIds(`${seed} order ${index}`, () => now)
  const order = createScriptedOrder(terminal.id, ids, { set: (ms) => void (now = ms) })
  const table = chance.yes(TAKEAWAY) ? undefined : freeTable(party, house, freeAt)
  const guests = table ? party.guests : 0
  const end = tellPastOrder(order, { ...party, table: table ?? null, guests }, { house, menu, chance, ids })
  if (table) freeAt.set(table, end + 5 * MINUTE)
  return order.drafts
}

/** The smallest that is free; without one they take it away. */
function freeTable({ at, guests }: Seated, { tables }: DemoHouse, freeAt: Map<TableId, EpochMs>): TableId | undefined {
  return tables
    .filter(({ id, seats }) => seats >= guests && (freeAt.get(id) ?? 0) <= at)
    .toSorted((a, b) => a.seats - b.seats)[0]?.id
}

interface ShiftRequest {
  readonly house: DemoHouse
  readonly day: BusinessDay
  readonly from: EpochMs
  readonly ids: ReturnType<typeof createSeededIds>
  readonly chance: Chance
}

/** One shift a day, counted at its end: mostly right, now and then a coin apart. */
function shiftOf(orders: readonly (readonly Fact[])[], { house, day, from, ids, chance }: ShiftRequest): Edit | null {
  const { drawer, cashier, branch } = house
  if (!drawer) return null
  const startsAt = Number(branch.dayStartsAt.slice(0, 2))
  const at = (hour: number) => from + (hour - startsAt) * HOUR
  const last = Math.max(at(22), ...orders.flat().map((fact) => fact.at.ms))
  const open: Shift = {
    id: ids.next('shift'),
    kind: 'shift',
    v: 1,
    drawer,
    day,
    openedAt: at(9),
    openedBy: cashier,
    float: FLOAT,
    closedAt: last + 20 * MINUTE,
    closedBy: cashier,
  }
  const { expected } = shiftReport(open, orders.map(stateOf), [], last + 20 * MINUTE)
  const apart = chance.yes(0.2) ? chance.between(-10, 10) * 100 : 0
  const mine: JsonObject = { ...open, counted: Math.max(0, expected + apart) }
  return { id: ids.next('edit'), collection: 'shifts', document: open.id, person: cashier, base: null, mine }
}

interface HeatRequest {
  readonly terminal: TerminalId
  readonly day: BusinessDay
  readonly person: PersonId
  readonly ids: ReturnType<typeof createSeededIds>
  readonly chance: Chance
}

/** As the screens count: units that were sold, one look at each line, now and then a heart. */
function heatOf(orders: readonly (readonly Fact[])[], { terminal, day, person, ids, chance }: HeatRequest): Edit {
  const counted = new Map<DishId, { sales: number; views: number; favourites: number }>()
  for (const { lines } of orders.map(stateOf)) {
    for (const { content, units } of lines.values()) {
      const { sales, views, favourites } = counted.get(content.dish) ?? { sales: 0, views: 0, favourites: 0 }
      counted.set(content.dish, {
        sales: sales + units.filter(({ voided }) => !voided).length,
        views: views + 1,
        favourites: favourites + (chance.yes(0.01) ? 1 : 0),
      })
    }
  }
  const document = heatIdOf(day, terminal)
  const empty: Heat = { id: document, kind: 'heat', v: 1, terminal, day, dishes: {} }
  const mine: JsonObject = { ...addHeat(null, empty, counted) }
  return { id: ids.next('edit'), collection: 'ranking', document, person, base: null, mine }
}

function stateOf(facts: readonly Fact[]): OrderState {
  const [first] = facts as readonly [Fact, ...Fact[]]
  const byId = Object.fromEntries(facts.map((fact) => [fact.id, fact]))
  return foldOrder({ id: first.order, kind: 'order', v: 1, facts: byId, verdicts: {} }, first.terminal)
}
