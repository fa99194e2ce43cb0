import type { Money } from '../kernel/index.ts'
import type { Bill } from '../orders/index.ts'

/** What can be taken now: what is open without what is on its way (M7), so that nothing is taken twice. */
export function takeable(bill: Pick<Bill, 'open' | 'pending'>): Money {
  return Math.max(0, bill.open - bill.pending)
}

export interface NextPart {
  /** Counted from 1. */
  readonly part: number
  readonly ways: number
  /** At most what can be taken; less than a whole part where some of it is covered already. */
  readonly amount: Money
}

/**
 * M13: the part of an equal split that comes next. What was paid, and what is on its way, covers the parts from the first on. Null without a
 * split, once every part is covered, or when nothing can be taken; what has come since the split is then taken as a whole.
 */
export function nextPart(bill: Bill): NextPart | null {
  const left = takeable(bill)
  if (!bill.equalParts || left === 0) return null
  const { parts } = bill.equalParts
  const covered = bill.paid - bill.refunded + bill.pending
  let upTo = 0
  for (const [index, amount] of parts.entries()) {
    upTo += amount
    if (upTo > covered) return { part: index + 1, ways: parts.length, amount: Math.min(upTo - covered, amount, left) }
  }
  return null
}
