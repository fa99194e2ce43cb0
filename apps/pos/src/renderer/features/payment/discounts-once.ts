import type { BillDiscount } from '@orderez/core/orders'

/** Each discount once: one whose dishes lie on several shares stands on every one of them with its part. */
export function discountsOnce(discounts: readonly BillDiscount[]): readonly BillDiscount[] {
  const byId = new Map<string, BillDiscount>()
  for (const one of discounts) {
    const before = byId.get(one.discount)
    byId.set(one.discount, before ? { ...one, amount: before.amount + one.amount } : one)
  }
  return [...byId.values()]
}
