import { InvariantError, type Money, type OrderId } from '@orderez/core/kernel'
import { billOf, type OrderState } from '@orderez/core/orders'

/** What is due on an order's bill; null where it cannot be computed, so that one broken order hides no other. */
export function dueOf(order: OrderId, around: readonly OrderState[]): Money | null {
  return unlessBroken(() => billOf(order, around).due, null)
}

/** Only what core says must not be: any other error is a fault of the program and goes on. */
export function unlessBroken<T>(compute: () => T, otherwise: T): T {
  try {
    return compute()
  } catch (cause) {
    if (!(cause instanceof InvariantError)) throw cause
    console.error('order', cause)
    return otherwise
  }
}
