import { orderClosed } from '../order-phase.ts'
import type { OrderState } from '../order-state.ts'
import type { Bill } from './bill.ts'

/** M8: nothing was ever ordered on this bill and no money moved on it: what is open there is only what the branch charges by itself. */
export function nothingWanted(host: OrderState, bill: Pick<Bill, 'lines'>): boolean {
  return bill.lines.length === 0 && noMoney(host)
}

/** M8: closed that way, it owes nothing, for as long as nothing arrives. `stood`: whether any unit stands there, a voided one included. */
export function givenUp(host: OrderState | null, stood: boolean): boolean {
  return host !== null && !stood && orderClosed(host) && noMoney(host)
}

function noMoney({ payments, refunds }: OrderState): boolean {
  return refunds.length === 0 && payments.every(({ state }) => state === 'failed')
}
