import { businessDayOf, type EpochMs, type OrderId, type TableId } from '@orderez/core/kernel'
import { markServed } from '@orderez/core/kitchen'
import type { OrderState } from '@orderez/core/orders'
import { createAgenda } from './agenda.ts'
import type { Chance } from './chance.ts'
import { isOurs, seatParty, settleAndClose, type PartyPlan } from './evening-party.ts'
import type { EveningRoom } from './evening-room.ts'
import { createGuestMenu, type GuestMenu } from './guest-menu.ts'

export const EVENING_SPEEDS = [1, 4] as const
export type EveningSpeed = (typeof EVENING_SPEEDS)[number]
/** `finish`: nobody new comes, and who is there eats up and pays. `clear`: everybody pays and goes at once. */
export type EveningTurn = 'on' | 'finish' | 'clear'

export interface EveningState {
  readonly mode: 'off' | 'on' | 'finishing'
  readonly speed: EveningSpeed
  /** Simulated parties in the room, those who wait for a takeaway too. */
  readonly parties: number
  /** Since it was switched on. */
  readonly sent: number
  readonly served: number
  readonly paid: number
}

export interface EveningPorts {
  now(): EpochMs
  readonly chance: Chance
  /** Null where the restaurant lacks somebody. Asked again at each beginning and on each new business day. */
  openRoom(): Promise<EveningRoom | null>
  failed(cause: unknown): void
}

/** A live evening: simulated guests, waiters and cooks. Starts no timer: `advance` does all that is due by now, one thing after the other. */
export interface Evening {
  state(): EveningState
  turn(to: EveningTurn, speed: EveningSpeed): Promise<void>
  advance(): Promise<void>
}

const SECOND = 1_000
/** Every fourth table is never taken, so that real people always find one. */
const LEFT_FREE = 4
const TAKEAWAY = 0.15
const MOST_PARTIES = 24
const NOBODY = { sent: 0, served: 0, paid: 0 }

export function createEvening(ports: EveningPorts): Evening {
  const { now, chance } = ports
  const agenda = createAgenda()
  const inTurn = createTurns()
  let mode: EveningState['mode'] = 'off'
  let speed: EveningSpeed = 1
  const guests = createGuests(ports, {
    later: (ms, act) => agenda.plan(now() + ms / speed, act),
    isOpen: () => mode === 'on',
    everybodyLeft() {
      if (mode === 'finishing') mode = 'off'
    },
  })

  async function clear(): Promise<void> {
    agenda.clear()
    mode = 'off'
    const room = await guests.forget()
    if (!room) return
    for (const state of await room.open()) if (isOurs(room, state)) await sendHome(room, state, chance)
  }

  async function begin(): Promise<void> {
    const before = mode
    // What an earlier start left behind would only stand in the way.
    if (before === 'off') await clear()
    mode = 'on'
    if (before !== 'on') await guests.welcome()
  }

  return {
    state: () => ({ mode, speed, ...guests.counts() }),
    turn: (to, wanted) =>
      inTurn(async () => {
        agenda.rescale(now(), speed / wanted)
        speed = wanted
        if (to === 'on') await begin()
        else if (to === 'clear') await clear()
        else if (mode === 'on') mode = guests.counts().parties === 0 ? 'off' : 'finishing'
      }),
    advance: () =>
      inTurn(async () => {
        for (let act = agenda.take(now()); act; act = agenda.take(now())) await act()
      }),
  }
}

/** One thing after the other, whoever asks; one that fails holds up nobody. */
function createTurns(): (task: () => Promise<void>) => Promise<void> {
  let last: Promise<void> = Promise.resolve()
  return (task) => {
    const done = last.then(task)
    last = done.catch(() => undefined)
    return done
  }
}

interface GuestPorts {
  /** Ms of an evening at normal speed from now on. */
  later(ms: number, act: () => Promise<void>): void
  isOpen(): boolean
  everybodyLeft(): void
}

interface Place {
  readonly room: EveningRoom
  readonly menu: GuestMenu
}

/** Who comes, and who is there. */
function createGuests(ports: EveningPorts, { later, isOpen, everybodyLeft }: GuestPorts) {
  const { now, chance } = ports
  const parties = new Map<OrderId, PartyPlan>()
  let counts = NOBODY
  let place: Place | null = null

  async function enter(): Promise<Place | null> {
    const room = await ports.openRoom()
    place = room && { room, menu: createGuestMenu(room.house.menu, chance) }
    return place
  }

  /** The room belongs to its business day. */
  async function today(): Promise<Place | null> {
    return place && businessDayOf(now(), place.room.house.branch) === place.room.day ? place : enter()
  }

  async function welcome(): Promise<void> {
    if (!isOpen()) return
    later(chance.between(5, 14) * SECOND, welcome)
    const at = await today()
    if (!at || parties.size >= MOST_PARTIES) return
    const table = chance.yes(TAKEAWAY) ? null : await freeTable(at.room, chance)
    if (table === undefined) return
    const plan = planParty(at.room, table, chance)
    parties.set(plan.order, plan)
    await guarded(plan, () => seatParty(plan, { ...at, chance, ...partyPorts(plan) }))
  }

  function partyPorts(plan: PartyPlan) {
    return {
      later: (ms: number, act: () => Promise<void>) => later(ms, () => guarded(plan, act)),
      takesOrders: isOpen,
      count(what: 'sent' | 'served' | 'paid') {
        counts = { ...counts, [what]: counts[what] + 1 }
      },
      ended: () => leave(plan),
    }
  }

  /** A table where something went wrong is left to people; the others go on. */
  async function guarded(plan: PartyPlan, act: () => Promise<void>): Promise<void> {
    try {
      await act()
    } catch (cause) {
      ports.failed(cause)
      leave(plan)
    }
  }

  function leave({ order }: PartyPlan): void {
    parties.delete(order)
    if (parties.size === 0) everybodyLeft()
  }

  return {
    welcome,
    counts: () => ({ ...counts, parties: parties.size }),
    async forget(): Promise<EveningRoom | null> {
      parties.clear()
      counts = NOBODY
      return (await enter())?.room ?? null
    },
  }
}

/** One that nobody sits at and that is not kept for people; undefined where there is none. */
async function freeTable(room: EveningRoom, chance: Chance): Promise<TableId | undefined> {
  const taken = new Set((await room.open()).map((state) => state.table))
  const free = room.house.tables.filter(({ id }, index) => index % LEFT_FREE !== LEFT_FREE - 1 && !taken.has(id))
  return free.length === 0 ? undefined : chance.pick(free).id
}

function planParty(room: EveningRoom, table: TableId | null, chance: Chance): PartyPlan {
  const seats = room.house.tables.find(({ id }) => id === table)?.seats ?? 1
  const guests = table === null ? 0 : Math.max(1, Math.min(seats, chance.between(seats - 2, seats)))
  const waiter = chance.pick(room.house.waiters)
  const order = room.ids.next('order')
  if (table === null) return { order, table, guests, waiter, rounds: [chance.between(1, 3)] }
  return { order, table, guests, waiter, rounds: [chance.between(3, 6), chance.between(2, 5), chance.between(1, 3)] }
}

/** Everything is brought, the bill is paid, the table is free. */
async function sendHome(room: EveningRoom, state: OrderState, chance: Chance): Promise<void> {
  const waiter = state.opening?.owner ?? room.house.waiters[0]
  const units = [...state.lines.values()].map((line) => ({ line: line.id, units: line.units.map(({ unit }) => unit) }))
  const served = units.length === 0 ? null : markServed([state], units, room.context(waiter))
  if (served?.ok) await room.record('waiter', served.value)
  const now = await room.read(state.id)
  if (now) await settleAndClose(room, now, waiter, chance)
}
