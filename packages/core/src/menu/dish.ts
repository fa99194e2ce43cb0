import * as z from 'zod'
import {
  MAX_EPOCH_MS,
  dishVersionIdSchema,
  envelope,
  idSchema,
  priceSchema,
  namesSchema,
  safeText,
  unitSchema,
} from '../kernel/index.ts'
import { shelfSchema, sortSchema } from './category.ts'
import { pictureSchema } from './picture.ts'

/** The fourteen that EU rules name. */
export const ALLERGENS = [
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

const partSize = z.int().min(0).max(20)

/** One choice of a set meal: the guest takes `min` to `max` of the dishes, each at most once; `extra` is added to the set's price. */
export const setPartSchema = z
  .strictObject({
    id: idSchema('setPart'),
    names: namesSchema,
    min: partSize,
    max: partSize.min(1),
    choices: z
      .array(z.strictObject({ dish: idSchema('dish'), extra: priceSchema.min(0) }))
      .min(1)
      .max(40),
  })
  .refine((part) => part.min <= part.max, 'setPart.minAboveMax')
export type SetPart = z.infer<typeof setPartSchema>

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
  /** When a sold-out dish comes back by itself; null or absent: when somebody says so. */
  soldOutUntil: z.int().min(0).max(MAX_EPOCH_MS).nullable().optional(),
  /** So many units from `since` on, counted down by what is sent. A sign for the floor; only flash sales promise stock. */
  countdown: z
    .strictObject({ units: z.int().min(0).max(99_999), since: z.int().min(0).max(MAX_EPOCH_MS) })
    .nullable()
    .optional(),
  unit: unitSchema,
  /** The quantity is known only when it has been weighed. */
  weighed: z.boolean(),
  /** The price is set when it is sold. */
  marketPrice: z.boolean(),
  optionGroups: z.array(idSchema('optionGroup')).max(20),
  /** A set meal's parts; the dishes chosen become lines of their own below it. */
  setMeal: z.array(setPartSchema).max(12).optional(),
  /** Something that is not on the menu: whoever sells it says its name and its price. */
  openItem: z.boolean().optional(),
  /** The course it belongs to unless the waiter says otherwise. */
  course: z.int().min(1).max(9).nullable().optional(),
  tags: z.array(safeText(20)).max(20),
  allergens: z.array(allergenSchema).max(ALLERGENS.length),
  /** Minutes from fire to ready, as the kitchen plans. */
  minutes: z.int().min(0).max(600).nullable().optional(),
  version: dishVersionIdSchema,
  picture: pictureSchema.nullable().optional(),
})
export type Dish = z.infer<typeof dishSchema>
