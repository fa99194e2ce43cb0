import type { FactId, LineId, OrderId } from '../../kernel/index.ts'

/** What two people apart said that does not go together. Each has a safe default that holds at once (SPEC, C rules); nobody waits for an answer. */
export const CONTRADICTION_CODES = [
  'openedTwice',
  'tableOpenedTwice',
  'numberTwice',
  'lineSentTwice',
  'voidedAfterServed',
  'voidedAfterPaid',
  'movedAfterPaid',
  'mergedApart',
  'mergedCrosswise',
  'lateAfterMerge',
  'lateAfterPreBill',
  'lateAfterClose',
  'closedWithRemainder',
  'discountTwice',
  'chargeTwice',
  'overpaid',
  'overRefunded',
  'refundedTwice',
  'paymentUnknown',
  'paymentDisputed',
  'factRewritten',
  'logForked',
] as const
export type ContradictionCode = (typeof CONTRADICTION_CODES)[number]

export interface Contradiction {
  /** Made of what it is about, so that it is the same one on every terminal and every time. */
  readonly id: string
  readonly code: ContradictionCode
  readonly orders: readonly OrderId[]
  readonly facts: readonly FactId[]
  readonly lines: readonly LineId[]
}

type About = { readonly [K in 'orders' | 'facts' | 'lines']?: Contradiction[K] }

export function contradiction(code: ContradictionCode, about: About): Contradiction {
  const [orders, facts, lines] = [sorted(about.orders), sorted(about.facts), sorted(about.lines)]
  return { id: [code, ...orders, ...facts, ...(facts.length === 0 ? lines : [])].join(' '), code, orders, facts, lines }
}

/** In whatever order the orders were given. */
function sorted<T extends string>(ids: readonly T[] = []): readonly T[] {
  return [...new Set(ids)].sort()
}
