import * as z from 'zod'
import {
  dishVersionIdSchema,
  idSchema,
  moneySchema,
  namesSchema,
  quantityFits,
  quantitySchema,
  safeText,
  unitSchema,
} from '../kernel/index.ts'
import { linePriceSchema, lineTaxSchema } from '../pricing/index.ts'

/** An option as it was chosen; names are kept so that the line reads the same after the menu changed. */
export const chosenOptionSchema = z.strictObject({
  group: idSchema('optionGroup'),
  option: idSchema('option'),
  names: namesSchema,
  price: moneySchema,
})
export type ChosenOption = z.infer<typeof chosenOptionSchema>

/** The content of a line as it was sent. Nothing here ever changes; later facts amend, void, move or price it. */
export const lineSchema = z
  .strictObject({
    id: idSchema('line'),
    dish: idSchema('dish'),
    version: dishVersionIdSchema,
    names: namesSchema,
    quantity: quantitySchema,
    /** Sent before it was weighed: `quantity` says nothing and the line costs nothing until `weightSet` (M1). */
    weighLater: z.literal(true).optional(),
    unit: unitSchema,
    price: linePriceSchema,
    tax: lineTaxSchema,
    options: z.array(chosenOptionSchema).max(40),
    note: safeText(200).optional(),
    stations: z.array(idSchema('station')).max(8),
    parent: idSchema('line').optional(),
    seat: z.int().min(1).max(99).optional(),
    course: z.int().min(1).max(9).optional(),
    fire: z.enum(['now', 'hold']),
  })
  .refine((line) => quantityFits(line.quantity, line.unit), 'quantity.unfit')
export type Line = z.infer<typeof lineSchema>
