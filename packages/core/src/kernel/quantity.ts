import * as z from 'zod'
import type { Money } from './money.ts'
import { portion } from './proportion.ts'

/** Thousandths of the line's unit: 2000 pieces-thousandths are two pieces, 1250 of 'jin' are 1.25 jin. Always an integer. */
export type Quantity = number

export const UNITS = ['piece', 'kg', 'g', 'jin', 'liang', 'l', 'ml'] as const
export const unitSchema = z.enum(UNITS)
export type Unit = z.infer<typeof unitSchema>

export const THOUSANDTHS = 1_000
export const MAX_QUANTITY = 10_000_000

export const quantitySchema = z.int().min(1).max(MAX_QUANTITY)

/** The most pieces one line may have: each is nameable on its own. */
export const MAX_PIECES = 999

/** Whether a person may order this much of a unit: whole pieces up to `MAX_PIECES`, any measured amount. */
export function quantityFits(quantity: Quantity, unit: Unit): boolean {
  if (!quantitySchema.safeParse(quantity).success) return false
  return unit !== 'piece' || (quantity % THOUSANDTHS === 0 && quantity <= MAX_PIECES * THOUSANDTHS)
}

/** How many units of a line can be named (1, 2 … count). Pieces: each one, a broken piece counts as one. Anything measured: one. */
export function unitCount(quantity: Quantity, unit: Unit): number {
  return unit === 'piece' ? Math.ceil(quantity / THOUSANDTHS) : 1
}

/** Price of a quantity at a price per whole unit, rounded half away from zero. */
export function priceOf(unitPrice: Money, quantity: Quantity): Money {
  return portion(unitPrice, quantity, THOUSANDTHS)
}
