import * as z from 'zod'
import {
  currencySchema,
  dayStartSchema,
  envelope,
  languageSchema,
  moneySchema,
  namesSchema,
  timeZoneSchema,
} from '../kernel/index.ts'
import { lineTaxSchema, ratePpmSchema } from '../pricing/index.ts'
import { branchSettingsShape } from './branch-settings.ts'

/** Added to every bill of a kind; a manager may withdraw it from one. */
const serviceChargeSchema = z.strictObject({
  names: namesSchema,
  ratePpm: ratePpmSchema,
  tax: lineTaxSchema,
})

/** Bills are rounded to a multiple of `to` (minor units): half up, always down (抹零), or always up. */
const roundingSchema = z.strictObject({
  to: moneySchema.min(1),
  mode: z.enum(['half', 'down', 'up']),
})

/** What a manager edits of a branch, each by its own; the envelope and what is set at the first start are not among it. */
export const editableBranchSchema = z.strictObject({
  serviceCharge: serviceChargeSchema.nullable().optional(),
  rounding: roundingSchema.nullable().optional(),
  ...branchSettingsShape,
})
export type BranchSettings = z.infer<typeof editableBranchSchema>

export const branchSchema = z.strictObject({
  ...envelope('branch'),
  names: namesSchema,
  currency: currencySchema,
  timeZone: timeZoneSchema,
  dayStartsAt: dayStartSchema,
  /** The first one is the language of screens nobody has signed in to. */
  languages: z.array(languageSchema).min(1).max(8),
  ...editableBranchSchema.shape,
})
export type Branch = z.infer<typeof branchSchema>
