import * as z from 'zod'
import { envelope, idSchema, priceSchema, namesSchema } from '../kernel/index.ts'

const optionSchema = z.strictObject({
  id: idSchema('option'),
  names: namesSchema,
  /** Added to the dish's price; may be negative ("without rice"). */
  price: priceSchema,
  default: z.boolean().optional(),
  soldOut: z.boolean().optional(),
  deleted: z.boolean().optional(),
})

const groupSize = z.int().min(0).max(40)

/** A choice that goes with a dish (size, spice, extras): at least `min` and at most `max` of its options, each once. */
export const optionGroupSchema = z
  .strictObject({
    ...envelope('optionGroup'),
    names: namesSchema,
    min: groupSize,
    max: groupSize.min(1),
    sort: z.int().min(0).max(1_000_000).optional(),
    /** Sizes and the like: a choice that makes it another dish, shown with whole prices. */
    variant: z.boolean().optional(),
    options: z.array(optionSchema).max(40),
  })
  .refine((group) => group.min <= group.max, 'optionGroup.minAboveMax')
export type OptionGroup = z.infer<typeof optionGroupSchema>
