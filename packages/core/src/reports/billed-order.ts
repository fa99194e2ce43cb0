import type { Bill, OrderState } from '../orders/index.ts'

/** One order with its whole bill; what stands on the bill may have been sent in another order. */
export interface BilledOrder {
  readonly state: OrderState
  readonly bill: Bill
  /** Something is wanted or paid here. */
  readonly counted: boolean
  /** People of this order who came: those of a merged one sit at another bill. */
  readonly guests: number
}
