import { err, ok } from '../kernel/index.ts'
import type { Branch } from '../branch/index.ts'
import {
  openOrder,
  orderClosed,
  say,
  sayEach,
  setGuests,
  WHOLE_SHARE,
  type CommandContext,
  type Drafts,
  type FactBody,
  type OpenRequest,
  type OrderState,
} from '../orders/index.ts'

/** What a branch adds to a bill by itself. */
export type BranchCharges = Pick<Branch, 'coverCharge' | 'deliveryCharge' | 'serviceCharge'>

type ChargeBody = FactBody<'chargeAdded'>

export interface GuestOrderRequest extends OpenRequest {
  /** Of the whole order; '' says nothing. */
  readonly note?: string
}

/**
 * O2, M8: opens an order with its note and with what the branch charges for it: so much for each guest at a table and a part of the bill for
 * service, so much for a delivery. A charge for each guest follows their number by itself, and goes along when the order is merged.
 */
export function openGuestOrder(request: GuestOrderRequest, charges: BranchCharges, context: CommandContext): Drafts {
  const { note = '', ...opening } = request
  const opened = openOrder(opening, context)
  if (!opened.ok) return opened
  const noted = note === '' ? ok([]) : say(context, request.order, 'noteSet', { text: note })
  if (!noted.ok) return noted
  const bodies = [chargeOf(request.type, charges, context), serviceOf(request.type, charges, context)]
  const wanted = bodies.flatMap((body) => (body === null ? [] : [[request.order, body] as const]))
  const charged = wanted.length === 0 ? ok([]) : sayEach(context, 'chargeAdded', wanted)
  return charged.ok ? ok([...opened.value, ...noted.value, ...charged.value]) : charged
}

/**
 * O4, M8: how many guests sit there. An order of the house that never had the charge for each guest, because the branch sets it only since, gets it
 * now; one that was withdrawn stays withdrawn. Fails with `nothing.toDo`.
 */
export function seatGuests(
  state: OrderState,
  guests: number,
  charges: BranchCharges,
  context: CommandContext,
): Drafts<'nothing.toDo'> {
  const seated = setGuests(state, guests, context)
  const known = state.charges.some(({ method }) => method.type === 'perGuest')
  if (!seated.ok || known || orderClosed(state) || state.opening?.type !== 'dineIn') return seated
  const charge = chargeOf('dineIn', charges, context)
  const charged = charge === null ? ok([]) : say(context, state.id, 'chargeAdded', charge)
  return charged.ok ? ok([...seated.value, ...charged.value]) : charged
}

function chargeOf(
  type: FactBody<'opened'>['type'],
  { coverCharge, deliveryCharge }: BranchCharges,
  { ids }: CommandContext,
): ChargeBody | null {
  const set = type === 'dineIn' ? coverCharge : type === 'delivery' ? deliveryCharge : null
  if (!set) return null
  const { names, amount, tax } = set
  const method = type === 'dineIn' ? ({ type: 'perGuest', amount } as const) : ({ type: 'amount', amount } as const)
  return { charge: ids.next('charge'), share: WHOLE_SHARE, names, method, tax }
}

/**
 * M8: adds the branch's service charge to a share of a bill that has none: the branch sets it only since, or somebody withdrew it. Fails with
 * `nothing.toDo` where the branch has none or the share bears it already.
 */
export function addService(
  state: OrderState,
  share: string,
  charges: BranchCharges,
  context: CommandContext,
): Drafts<'nothing.toDo'> {
  const service = serviceOf('dineIn', charges, context)
  const known = state.charges.some((one) => !one.withdrawn && one.share === share && one.method.type === 'percent')
  return service && !known ? say(context, state.id, 'chargeAdded', { ...service, share }) : err('nothing.toDo')
}

function serviceOf(
  type: FactBody<'opened'>['type'],
  { serviceCharge }: BranchCharges,
  { ids }: CommandContext,
): ChargeBody | null {
  if (type !== 'dineIn' || !serviceCharge || serviceCharge.ratePpm === 0) return null
  const { names, ratePpm, tax } = serviceCharge
  return { charge: ids.next('charge'), share: WHOLE_SHARE, names, method: { type: 'percent', ratePpm }, tax }
}
