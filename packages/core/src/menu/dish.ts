import * as z from 'zod'
import {
  dishVersionIdSchema,
  envelope,
  idSchema,
  priceSchema,
  namesSchema,
  safeText,
  unitSchema,
} from '../kernel/index.ts'
import { shelfSchema, sortSchema } from './category.ts'

/** The fourteen that EU rules name. */
const ALLERGENS = [
  'celery',
  'crustaceans',
  'eggs',
  'fish',
  'gluten',
  'lupin',
  'milk',
  'molluscs',
  'mustard',
  'nuts',
  'peanuts',
  'sesame',
  'soy',
  'sulphites',
] as const
const allergenSchema = z.enum(ALLERGENS)

/** Pictures are stored under the hash of their content, so that a name never shows two things. */
const pictureSchema = z
  .string()
  .max(80)
  .regex(/^[0-9a-f]{64}\.(webp|jpg|png)$/)

/** A dish as the menu shows it. What is sold of it is its version; `version` follows from the fields and is set by whoever writes them. */
export const dishSchema = z.strictObject({
  ...envelope('dish'),
  names: namesSchema,
  description: namesSchema.nullable().optional(),
  category: idSchema('category'),
  /** What staff type or say: "A12". */
  number: z
    .string()
    .max(16)
    .regex(/^[A-Z0-9-]*$/),
  /** First letters of the Chinese name's pinyin ("gbjd"), for search. */
  initials: z
    .string()
    .max(60)
    .regex(/^[a-z0-9]*$/),
  sort: sortSchema,
  /** Per unit; of the day and therefore 0 where `marketPrice`. */
  price: priceSchema.min(0),
  originalPrice: priceSchema.min(0).nullable().optional(),
  tax: idSchema('tax'),
  stations: z.array(idSchema('station')).max(8),
  status: shelfSchema,
  soldOut: z.boolean().optional(),
  unit: unitSchema,
  /** The quantity is known only when it has been weighed. */
  weighed: z.boolean(),
  /** The price is set when it is sold. */
  marketPrice: z.boolean(),
  optionGroups: z.array(idSchema('optionGroup')).max(20),
  tags: z.array(safeText(20)).max(20),
  allergens: z.array(allergenSchema).max(ALLERGENS.length),
  /** Minutes from fire to ready, as the kitchen plans. */
  minutes: z.int().min(0).max(600).nullable().optional(),
  version: dishVersionIdSchema,
  picture: pictureSchema.nullable().optional(),
})
export type Dish = z.infer<typeof dishSchema>
