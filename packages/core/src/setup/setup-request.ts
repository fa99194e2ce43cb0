import * as z from 'zod'
import { CURRENCIES, languageSchema, namesSchema, safeText, timeZoneSchema } from '../kernel/index.ts'
import { lineTaxSchema } from '../pricing/index.ts'
import { FLOOR_LAYOUTS, type FloorLayoutName } from './floor-layouts.ts'
import { isObviousPin } from './obvious-pin.ts'

/** A menu of two thousand dishes in two languages is a quarter of it. */
const MAX_MENU_TEXT = 1_000_000
const LAYOUTS = Object.keys(FLOOR_LAYOUTS) as [FloorLayoutName, ...FloorLayoutName[]]

const ownerPinSchema = z
  .string()
  .regex(/^\d{6}$/, 'pin.sixDigits')
  .refine((pin) => !isObviousPin(pin), 'pin.obvious')

/** What the person who starts a restaurant says of it. Names, prices and tables can all be changed later; the currency cannot. */
export const setupRequestSchema = z.strictObject({
  names: namesSchema,
  currency: z.string().refine((code) => CURRENCIES.has(code), 'currency.unknown'),
  timeZone: timeZoneSchema,
  /** Of the person who sets up: the first language of the screens. */
  language: languageSchema,
  tax: lineTaxSchema,
  /** As it was pasted; what was no dish in the preview is none here. Empty: the menu is written later. */
  menu: z.string().max(MAX_MENU_TEXT),
  floor: z.enum(LAYOUTS),
  owner: z.strictObject({
    name: safeText(60).refine((name) => name.trim() !== '', 'owner.noName'),
    pin: ownerPinSchema,
  }),
  /** What this terminal is called. */
  terminal: safeText(60).min(1),
})
export type SetupRequest = z.infer<typeof setupRequestSchema>
