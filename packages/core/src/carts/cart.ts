import * as z from 'zod'
import { envelope, idSchema, MAX_QUANTITY, type CartId, type OrderId, type Quantity } from '../kernel/index.ts'
import type { MergePolicy } from '../merge/index.ts'
import { lineSchema } from '../orders/index.ts'

const { quantity: _quantity, ...unsent } = lineSchema.shape

/** A line that nobody has sent yet: the content of the line to be, and how much of it each terminal has asked for. */
const cartLineSchema = z.strictObject({
  ...unsent,
  /** Thousandths, by terminal. Each terminal writes only its own count, so that two tablets tapping at once both count. */
  counts: z.record(idSchema('terminal'), z.int().min(-MAX_QUANTITY).max(MAX_QUANTITY)),
  /** Taken out again. A line is never removed from the map: absent says nothing. */
  removed: z.boolean().optional(),
})
export type CartLine = z.infer<typeof cartLineSchema>

/** The unsent lines of one order, shared by the devices at its table. It ends by marks, when its round is sent or it is given up. */
export const cartSchema = z.strictObject({
  ...envelope('cart'),
  order: idSchema('order'),
  lines: z.record(idSchema('line'), cartLineSchema),
  sentRound: idSchema('round').nullable().optional(),
  ended: z.boolean().optional(),
})
export type Cart = z.infer<typeof cartSchema>

/** A mark that is set stays set; which of two rounds took the cart first is for the order to say. */
export const cartMergePolicy: MergePolicy = {
  ended: () => true,
  'lines.*.removed': () => true,
  sentRound: ({ theirs, mine }) => theirs ?? mine ?? null,
}

/** The first cart of an order; two tablets that begin apart begin the same one. Each round after it begins a cart with an id of its own. */
export function cartIdOf(order: OrderId): CartId {
  return `crt_${order.slice(4)}` as CartId
}

/** Thousandths asked for by all terminals together, never below zero; a line that was taken out has none. */
export function cartQuantity(line: CartLine): Quantity {
  if (line.removed) return 0
  return Math.max(
    0,
    Object.values(line.counts).reduce((sum, count) => sum + count, 0),
  )
}
