import type { Branch } from '../branch/index.ts'
import type { Money } from '../kernel/index.ts'
import type { Bill } from '../orders/index.ts'

/**
 * M10: the amount for `roundBill` that brings what is due to a multiple by the branch's rule (抹零). Null where the branch rounds nothing, the
 * bill stands rounded, or nothing would be left to pay: neither gives rounding a whole bill away, nor does it leave credit behind.
 */
export function roundOff(bill: Bill, rule: Branch['rounding']): Money | null {
  if (!rule) return null
  const exact = bill.due - bill.rounding
  const amount = toMultiple(exact, rule) - exact
  if (amount === bill.rounding || exact + amount <= 0) return null
  return bill.open - bill.pending - bill.rounding + amount < 0 ? null : amount
}

function toMultiple(amount: Money, { to, mode }: NonNullable<Branch['rounding']>): Money {
  const rest = amount % to
  const up = mode === 'up' ? rest > 0 : mode === 'half' && rest * 2 >= to
  return amount - rest + (up ? to : 0)
}
