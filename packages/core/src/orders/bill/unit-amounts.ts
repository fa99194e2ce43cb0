import { MAX_MONEY, THOUSANDTHS, share, type Money, type Quantity } from '../../kernel/index.ts'
import { lineAmount, unitPriceOf, type LinePrice } from '../../pricing/index.ts'
import type { LineState } from '../order-state.ts'

/** M1: what each unit costs before voids, comps and discounts; index 0 is unit 1. A price per line is shared among its units. */
export function unitAmounts(line: LineState): readonly Money[] {
  const { price, unitQuantity, unweighed, units } = line
  if (price.pending || unweighed) return units.map(() => 0)
  if (units.length === 1) return [boundedAmount(price, unitQuantity)]
  const each = boundedAmount({ base: unitPriceOf(price), options: [] }, THOUSANDTHS)
  const perLine = lineAmount(price, THOUSANDTHS) - unitPriceOf(price)
  if (perLine === 0) return units.map(() => each)
  return share(perLine, units.length).map((part) => each + part)
}

/** A weight and a price that each pass the door may multiply to more than a sum can be; no such fact may break a bill. */
function boundedAmount(price: LinePrice, quantity: Quantity): Money {
  const roughly = (unitPriceOf(price) * quantity) / THOUSANDTHS
  return Math.abs(roughly) >= MAX_MONEY ? Math.sign(roughly) * MAX_MONEY : lineAmount(price, quantity)
}
