import type { Bill } from '@orderez/core/orders'

/** The shares that somebody pays or has paid: one that everything was moved away from is none. */
export function payableShares(bill: Bill): readonly Bill[] {
  const used = bill.shares.filter(
    ({ lines, payments, due }) => lines.some(({ units }) => units.length > 0) || payments.length > 0 || due !== 0,
  )
  return used.length > 0 ? used : bill.shares.slice(0, 1)
}

/** The share that a person chose, else the first that still owes something. A bill that was never split has one. */
export function shareToPay(bill: Bill, chosen: string | null): Bill {
  const shares = payableShares(bill)
  return shares.find(({ share }) => share === chosen) ?? shares.find(({ open }) => open > 0) ?? shares[0] ?? bill
}
