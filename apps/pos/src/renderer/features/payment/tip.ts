import { PARTS_PER_MILLION, portion, type Money } from '@orderez/core/kernel'

/** A tip as it was chosen: a rate of what is taken now, or a sum of the guest's own. */
export type Tip = { readonly ratePpm: number } | { readonly sum: Money }

export const NO_TIP: Tip = { sum: 0 }

export function tipOf(tip: Tip, wanted: Money): Money {
  return 'sum' in tip ? tip.sum : portion(Math.max(0, wanted), tip.ratePpm, PARTS_PER_MILLION)
}
