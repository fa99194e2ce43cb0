import type { Currency, Money } from '@orderez/core/kernel'

/** Notes that guests hand over, in major units. */
const NOTES = [10, 50, 100, 500] as const
const SHOWN = 3

/** Round sums above what is due that a guest may lay on the table, smallest first. */
export function cashSuggestions(due: Money, currency: Currency): readonly Money[] {
  if (due <= 0) return []
  const unit = 10 ** currency.exponent
  const sums = NOTES.map((note) => Math.ceil(due / (note * unit)) * note * unit)
  return [...new Set(sums)]
    .filter((sum) => sum > due)
    .toSorted((a, b) => a - b)
    .slice(0, SHOWN)
}
