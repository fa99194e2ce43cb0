import type { RoleName } from '../branch/index.ts'
import type { Action } from './action.ts'

const floor = ['waiter', 'cashier', 'manager'] as const
const kitchen = ['kitchen', 'manager'] as const
const till = ['cashier', 'manager'] as const
const manager = ['manager'] as const
const everybody = ['waiter', 'kitchen', 'cashier', 'manager'] as const

/**
 * The usual rights of each role. Waiters take payment at the table; giving money back, giving it away and undoing a bill are the till's or
 * a manager's. A branch differs from this by role documents, never by another table.
 */
export const RIGHTS: Readonly<Record<Action, readonly RoleName[]>> = {
  'fact.opened': floor,
  'fact.tableSet': floor,
  'fact.guestsSet': floor,
  'fact.contactSet': floor,
  'fact.noteSet': floor,
  'fact.roundSent': floor,
  'fact.lineAmended': floor,
  'fact.fired': everybody,
  'fact.held': floor,
  'fact.rushed': floor,
  'fact.received': everybody,
  'fact.started': kitchen,
  'fact.ready': kitchen,
  'fact.recalled': kitchen,
  'fact.served': everybody,
  'fact.acknowledged': everybody,
  'fact.voided': floor,
  'fact.comped': till,
  'fact.compWithdrawn': till,
  'fact.priceSet': floor,
  'fact.weightSet': everybody,
  'fact.linesMoved': floor,
  'fact.tablesMerged': floor,
  'fact.tablesUnmerged': floor,
  'fact.chargeAdded': floor,
  'fact.chargeWithdrawn': till,
  'fact.discountGiven': till,
  'fact.discountWithdrawn': till,
  'fact.rounded': floor,
  'fact.splitEqually': floor,
  'fact.preBillPrinted': floor,
  'fact.paid': floor,
  'fact.paymentStateSet': floor,
  'fact.refunded': till,
  'fact.closed': floor,
  'fact.reopened': till,
  'fact.ruled': manager,
  'edit.cart': floor,
  'edit.category': manager,
  'edit.dish': manager,
  'edit.dishVersion': manager,
  'edit.optionGroup': manager,
  'edit.area': manager,
  'edit.table': manager,
  'edit.reservation': floor,
  'edit.branch': manager,
  'edit.person': manager,
  'edit.role': manager,
  'edit.terminal': manager,
  'edit.station': manager,
  'edit.tax': manager,
  'edit.drawer': manager,
  'edit.shift': till,
  'edit.cashMovement': till,
  'edit.heat': everybody,
  'edit.favourites': everybody,
  'price.override': till,
}
