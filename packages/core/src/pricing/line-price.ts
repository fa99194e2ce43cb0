import * as z from 'zod'
import { idSchema, MAX_MONEY, priceOf, priceSchema, safeText, type Money, type Quantity } from '../kernel/index.ts'

/**
 * The price of a line in parts, as the guest was told. `base` is per unit (a piece, a jin). An option is per unit too, unless it says
 * `per: 'line'` (the one cooking fee of a weighed fish). `pending`: base stands at 0 until a later fact sets the price of the day.
 */
export const linePriceSchema = z.strictObject({
  base: priceSchema,
  options: z
    .array(z.strictObject({ option: idSchema('option'), amount: priceSchema, per: z.literal('line').optional() }))
    .max(40),
  reason: safeText(120).optional(),
  pending: z.literal(true).optional(),
})
export type LinePrice = z.infer<typeof linePriceSchema>

/** What one unit costs, options per unit included; options per line are not in it. */
export function unitPriceOf(price: LinePrice): Money {
  return price.options.reduce((sum, part) => (part.per === 'line' ? sum : sum + part.amount), price.base)
}

/**
 * What the line costs before discounts: unit price × quantity, rounded half away from zero, plus options per line. Stops at ±`MAX_MONEY`,
 * so that sums of lines stay exact even where somebody sends the largest price and quantity that the schemas let through.
 */
export function lineAmount(price: LinePrice, quantity: Quantity): Money {
  const perLine = price.options.reduce((sum, part) => (part.per === 'line' ? sum + part.amount : sum), 0)
  const amount = priceOf(unitPriceOf(price), quantity) + perLine
  return Math.min(Math.max(amount, -MAX_MONEY), MAX_MONEY)
}
