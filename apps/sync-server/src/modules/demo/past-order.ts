import { settingsOf, type Branch, type Reason } from '@orderez/core/branch'
import type { BusinessDay, EpochMs, IdSource, Money, PersonId, TableId } from '@orderez/core/kernel'
import { acknowledge } from '@orderez/core/kitchen'
import {
  billOf,
  closeOrder,
  compUnits,
  openOrder,
  say,
  sendRound,
  voidUnits,
  WHOLE_SHARE,
  type Line,
  type OrderNumber,
  type Tender,
  type UnitRef,
} from '@orderez/core/orders'
import { giveDiscount, refundPayment, takePayment } from '@orderez/core/payments'
import type { Chance } from './chance.ts'
import type { DemoHouse } from './demo-crew.ts'
import type { GuestMenu } from './guest-menu.ts'
import type { ScriptedOrder } from './scripted-order.ts'

const MINUTE = 60_000
const TENDERS: readonly (readonly [Tender, share: number])[] = [
  ['wechat', 0.44],
  ['alipay', 0.72],
  ['cash', 0.86],
  ['card', 0.98],
  ['voucher', 1],
]
const NOTES: readonly Money[] = [1_000, 2_000, 5_000, 10_000]

/** One party of a past day. */
export interface PastParty {
  readonly day: BusinessDay
  readonly number: OrderNumber
  readonly at: EpochMs
  /** Null: they take it away. */
  readonly table: TableId | null
  readonly guests: number
  readonly waiter: PersonId
}

export interface PastKitchen {
  readonly house: DemoHouse
  readonly menu: GuestMenu
  readonly chance: Chance
  readonly ids: IdSource
}

/** Tells one party's order from the opening to the close. Returns when the table is free again. */
export function tellPastOrder(order: ScriptedOrder, party: PastParty, kitchen: PastKitchen): EpochMs {
  const { house, chance } = kitchen
  const { day, number, table, guests, waiter } = party
  const type = table === null ? 'takeaway' : 'dineIn'
  const opening = {
    order: order.id,
    branch: house.branch.id,
    day,
    number,
    type,
    guests,
    ...(table && { table }),
  } as const
  order.say(openOrder(opening, order.as(waiter, party.at)))
  let at = party.at + chance.between(1, 4) * MINUTE
  for (const count of roundsOf(party, chance)) {
    at = tellRound(order, kitchen.menu.lines(count, chance, kitchen.ids), at, party, kitchen)
    at += (table === null ? 1 : chance.between(4, 14)) * MINUTE
  }
  return settle(order, at, party, kitchen)
}

/** How many lines each round has. */
function roundsOf({ table, guests }: PastParty, chance: Chance): readonly number[] {
  if (table === null) return [chance.between(1, 4)]
  const first = Math.max(2, Math.round(guests * (1 + chance.next() * 0.7)) + 1)
  const more = chance.yes(0.55) ? [chance.between(1, 3)] : []
  return [Math.min(first, 12), ...more, ...(more.length > 0 && chance.yes(0.3) ? [chance.between(1, 2)] : [])]
}

/** Sent, now and then partly voided, cooked at each station, served. Returns when it is on the table. */
function tellRound(
  order: ScriptedOrder,
  lines: readonly Line[],
  at: EpochMs,
  { waiter }: PastParty,
  { house, chance }: PastKitchen,
): EpochMs {
  order.say(sendRound(order.state(), { lines }, order.as(waiter, at)))
  const dropped = lines.length > 1 && chance.yes(0.06) ? lines[0] : undefined
  if (dropped) {
    const units = [{ line: dropped.id, units: [1] }]
    const reason = reasonFor('void', house.branch, chance)
    order.say(voidUnits([order.state()], { units, reason }, order.as(waiter, at + MINUTE / 2)))
    takeNote(order, dropped, at + MINUTE, house)
  }
  const wanted = lines.map((line) => unitsOf(line, line === dropped ? 1 : 0)).filter(({ units }) => units.length > 0)
  const stations = new Set(lines.flatMap((line) => line.stations))
  let served = at + 2 * MINUTE
  for (const station of stations) {
    const units = wanted.filter((ref) => lines.some((line) => line.id === ref.line && line.stations.includes(station)))
    if (units.length === 0) continue
    const started = at + MINUTE + chance.between(0, 150) * 1_000
    const ready = started + chance.between(3, 13) * MINUTE
    order.say(say(order.as(house.cook, started), order.id, 'started', { station, units }))
    order.say(say(order.as(house.cook, ready), order.id, 'ready', { station, units }))
    served = Math.max(served, ready + MINUTE / 2)
  }
  if (wanted.length > 0) order.say(say(order.as(waiter, served), order.id, 'served', { units: wanted }))
  return served
}

/** The cook taps the void away at each station, so that no screen still shows it the day after. */
function takeNote(order: ScriptedOrder, dropped: Line, at: EpochMs, { cook }: DemoHouse): void {
  const units = order.state().lines.get(dropped.id)?.units ?? []
  const of = [...new Set(units.flatMap(({ voided }) => voided?.facts ?? []))]
  for (const station of dropped.stations) {
    order.say(acknowledge([order.state()], { station, of }, order.as(cook, at)))
  }
}

function unitsOf(line: Line, without: number): UnitRef {
  const count = Math.max(1, line.quantity / 1_000)
  return { line: line.id, units: Array.from({ length: count - without }, (_, index) => index + 1 + without) }
}

function settle(order: ScriptedOrder, from: EpochMs, party: PastParty, { house, chance }: PastKitchen): EpochMs {
  const { branch, cashier } = house
  const at = from + chance.between(0, 40) * 1_000
  const [line] = order.state().lines.values()
  const unit = line?.units.findLast(({ voided }) => !voided)
  if (line && unit && order.state().lines.size > 1 && chance.yes(0.03)) {
    const request = { units: [{ line: line.id, units: [unit.unit] }], reason: reasonFor('comp', branch, chance) }
    order.say(compUnits([order.state()], request, order.as(cashier, at)))
  }
  const share = { order: order.id, share: WHOLE_SHARE }
  const preset = chance.yes(0.08) ? settingsOf(branch).discounts[0] : undefined
  if (preset) {
    const request = { at: share, method: preset.method, reason: reasonFor('discount', branch, chance) }
    order.say(giveDiscount([order.state()], request, order.as(cashier, at)))
  }
  payAll(order, at + MINUTE / 2, party, { house, chance })
  const end = at + MINUTE
  order.say(closeOrder([order.state()], order.id, order.as(party.waiter, end)))
  if (chance.yes(0.025)) giveBack(order, end + chance.between(1, 6) * MINUTE, { house, chance })
  return end
}

/** Some of what was paid, after the bill was closed. */
function giveBack(order: ScriptedOrder, at: EpochMs, { house, chance }: Pick<PastKitchen, 'house' | 'chance'>): void {
  const payment = order.state().payments.at(-1)
  if (!payment) return
  const { branch, cashier, drawer } = house
  const amount = Math.min(payment.amount, chance.between(5, 30) * 100)
  const request = {
    order: order.id,
    payment: payment.payment,
    amount,
    reason: reasonFor('refund', branch, chance),
    approver: cashier,
    lowers: true,
    ...(payment.tender === 'cash' && drawer ? { drawer } : {}),
  }
  order.say(refundPayment([order.state()], request, order.as(cashier, at)))
}

function payAll(
  order: ScriptedOrder,
  at: EpochMs,
  { waiter }: PastParty,
  { house, chance }: Pick<PastKitchen, 'house' | 'chance'>,
): void {
  const share = { order: order.id, share: WHOLE_SHARE }
  const due = billOf(order.id, [order.state()]).open
  // Everything was voided or given away.
  if (due <= 0) return
  const isSplit = due > 6_000 && chance.yes(0.12)
  const parts = isSplit ? [Math.round(due / 2 / 100) * 100, undefined] : [undefined]
  for (const amount of parts) {
    const tender = tenderOf(chance)
    const isCash = tender === 'cash'
    const sum = amount ?? (isSplit ? due - (parts[0] ?? 0) : due)
    const tip = tender === 'card' && chance.yes(0.25) ? Math.round(sum / 1_000) * 100 : 0
    const note = isCash ? chance.pick(NOTES) : 1
    const extra = isCash ? { tendered: Math.ceil(sum / note) * note } : {}
    const drawer = isCash && house.drawer ? { drawer: house.drawer } : {}
    const request = { at: share, tender, tip, ...extra, ...drawer, ...(amount === undefined ? {} : { amount }) }
    order.say(takePayment([order.state()], request, order.as(isCash ? house.cashier : waiter, at)))
  }
}

function tenderOf(chance: Chance): Tender {
  const at = chance.next()
  return TENDERS.find(([, upTo]) => at < upTo)?.[0] ?? 'wechat'
}

function reasonFor(use: Reason['use'], branch: Branch, chance: Chance): string {
  const reasons = settingsOf(branch).reasons.filter((reason) => reason.use === use)
  return reasons.length === 0 ? '—' : chance.pick(reasons).names.zh
}
