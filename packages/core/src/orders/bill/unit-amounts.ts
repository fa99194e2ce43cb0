import { THOUSANDTHS, share, type Money } from '../../kernel/index.ts'
import { lineAmount, unitPriceOf } from '../../pricing/index.ts'
import type { LineState } from '../order-state.ts'

/** M1: what each unit costs before voids, comps and discounts; index 0 is unit 1. A price per line is shared among its units. */
export function unitAmounts(line: LineState): readonly Money[] {
  const { price, unitQuantity, units } = line
  if (price.pending) return units.map(() => 0)
  if (units.length === 1) return [lineAmount(price, unitQuantity)]
  const each = unitPriceOf(price)
  const perLine = lineAmount(price, THOUSANDTHS) - each
  if (perLine === 0) return units.map(() => each)
  return share(perLine, units.length).map((part) => each + part)
}
