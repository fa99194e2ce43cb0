import type { OrderId, PersonId, StationId, TableId } from '@orderez/core/kernel'
import { markReady, markServed, markStarted } from '@orderez/core/kitchen'
import {
  billOf,
  closeOrder,
  openOrder,
  orderClosed,
  orderMerged,
  sendRound,
  WHOLE_SHARE,
  type Drafts,
  type CommandCode,
  type Line,
  type OrderState,
  type UnitRef,
} from '@orderez/core/orders'
import { takePayment } from '@orderez/core/payments'
import type { Chance } from './chance.ts'
import type { EveningRole, EveningRoom } from './evening-room.ts'
import type { GuestMenu } from './guest-menu.ts'

const SECOND = 1_000
/** A minute of the menu's plan takes so long at normal speed, so that there is something to see. */
const COOKING_MINUTE = 18 * SECOND
const LONGEST_MINUTES = 16

export interface PartyPlan {
  readonly order: OrderId
  readonly table: TableId | null
  readonly guests: number
  readonly waiter: PersonId
  /** Lines of each round. */
  readonly rounds: readonly number[]
}

export interface PartyPorts {
  readonly room: EveningRoom
  readonly menu: GuestMenu
  readonly chance: Chance
  /** Ms of an evening at normal speed from now on. */
  later(ms: number, act: () => Promise<void>): void
  /** Guests who are still to order may be told that the kitchen closes. */
  takesOrders(): boolean
  count(what: 'sent' | 'served' | 'paid'): void
  /** They are gone, or somebody real looks after them now. */
  ended(plan: PartyPlan): void
}

/** One party from the moment it sits down: orders in rounds, is cooked for and served, pays and goes. */
export function seatParty(plan: PartyPlan, ports: PartyPorts): Promise<void> {
  const { room, chance, later } = ports
  const { order, table, guests, waiter } = plan
  let waiting = 0

  /** Does nothing more for guests whom a person has taken over. */
  async function step(act: (state: OrderState) => Promise<void>): Promise<void> {
    const state = await room.read(order)
    if (state && isOurs(room, state)) return act(state)
    ports.ended(plan)
  }
  const say = (role: EveningRole, drafts: Drafts<CommandCode>) => sayIn(room, role, drafts)

  async function open(): Promise<void> {
    const type = table === null ? 'takeaway' : 'dineIn'
    const opening = {
      order,
      branch: room.house.branch.id,
      day: room.day,
      number: room.nextNumber(),
      type,
      guests,
    } as const
    await say('waiter', openOrder({ ...opening, ...(table && { table }) }, room.context(waiter)))
    later(chance.between(10, 45) * SECOND, () => sendNext(0))
  }

  function sendNext(index: number): Promise<void> {
    return step(async (state) => {
      const count = plan.rounds[index]
      if (count === undefined || (index > 0 && !ports.takesOrders())) return askForBill()
      const lines = ports.menu.lines(count, chance, room.ids)
      await say('waiter', sendRound(state, { lines }, room.context(waiter)))
      ports.count('sent')
      cook(lines)
      later(chance.between(250, 470) * SECOND, () => sendNext(index + 1))
    })
  }

  function cook(lines: readonly Line[]): void {
    const stations = [...new Set(lines.flatMap((line) => line.stations))]
    let slowest = 0
    for (const station of stations) {
      const units = lines.filter((line) => line.stations.includes(station)).map(allUnits)
      const begins = chance.between(8, 50) * SECOND
      const minutes = chance.between(3, Math.min(LONGEST_MINUTES, 5 + lines.length))
      const done = begins + minutes * COOKING_MINUTE
      slowest = Math.max(slowest, done)
      later(begins, () => mark('started', station, units))
      later(done, () => mark('ready', station, units))
    }
    waiting += 1
    later(slowest + chance.between(10, 35) * SECOND, () => serve(lines.map(allUnits)))
  }

  async function mark(stage: 'started' | 'ready', station: StationId, units: readonly UnitRef[]): Promise<void> {
    const state = await room.read(order)
    if (!state) return
    const command = stage === 'started' ? markStarted : markReady
    await say('cook', command([state], { station, units }, room.context(room.house.cook)))
  }

  async function serve(units: readonly UnitRef[]): Promise<void> {
    const state = await room.read(order)
    waiting -= 1
    if (!state) return
    await say('waiter', markServed([state], units, room.context(waiter)))
    ports.count('served')
  }

  /** Nobody pays before the last dish is on the table. */
  async function askForBill(): Promise<void> {
    if (waiting > 0) later(20 * SECOND, () => step(askForBill))
    else later(chance.between(40, 120) * SECOND, () => step(pay))
  }

  async function pay(state: OrderState): Promise<void> {
    if (await settleAndClose(room, state, waiter, chance)) ports.count('paid')
    ports.ended(plan)
  }

  return open()
}

export function isOurs(room: EveningRoom, state: OrderState): boolean {
  return room.isLeftToUs(state) && !orderClosed(state) && !orderMerged(state)
}

/** Pays what is open, in cash at the till or by a wallet at the table, and closes. False where a bill cannot be settled by us. */
export async function settleAndClose(
  room: EveningRoom,
  state: OrderState,
  waiter: PersonId,
  chance: Chance,
): Promise<boolean> {
  const { cashier, drawer } = room.house
  const { id } = state
  if (billOf(id, [state]).open > 0) {
    const isCash = chance.yes(0.15)
    const request = {
      at: { order: id, share: WHOLE_SHARE },
      tender: isCash ? ('cash' as const) : chance.pick(['wechat', 'alipay', 'card'] as const),
      ...(isCash && drawer ? { drawer } : {}),
    }
    const person = isCash ? cashier : waiter
    await sayIn(room, isCash ? 'cashier' : 'waiter', takePayment([state], request, room.context(person)))
  }
  const paid = await room.read(id)
  const closing = paid ? closeOrder([paid], id, room.context(waiter)) : null
  if (!closing?.ok) return false
  await sayIn(room, 'waiter', closing)
  return true
}

/** What a person did first leaves nothing to do. */
async function sayIn(room: EveningRoom, role: EveningRole, drafts: Drafts<CommandCode>): Promise<void> {
  if (drafts.ok && drafts.value.length > 0) await room.record(role, drafts.value)
}

function allUnits(line: Line): UnitRef {
  const count = Math.max(1, Math.floor(line.quantity / 1_000))
  return { line: line.id, units: Array.from({ length: count }, (_, index) => index + 1) }
}
