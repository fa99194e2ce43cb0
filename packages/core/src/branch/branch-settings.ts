import * as z from 'zod'
import { idSchema, moneySchema, namesSchema, safeText } from '../kernel/index.ts'
import { tenderSchema } from '../orders/index.ts'
import { lineTaxSchema, ratePpmSchema } from '../pricing/index.ts'

const minutes = z.int().min(1).max(600)

/** A charge for each guest of a table (茶位费), added when the guests are known; a till may withdraw it from one bill. */
const coverChargeSchema = z.strictObject({ names: namesSchema, amount: moneySchema.min(1), tax: lineTaxSchema })

/** How one way of ordering is treated: whether it is offered, and when the kitchen's clock turns slow and late. */
const orderTypeSchema = z
  .strictObject({ inUse: z.boolean(), slowMinutes: minutes, lateMinutes: minutes })
  .refine((type) => type.slowMinutes < type.lateMinutes, 'orderType.slowAfterLate')
export type OrderTypeSettings = z.infer<typeof orderTypeSchema>

/** What a reason can be given for. */
export const REASON_USES = ['void', 'comp', 'discount', 'refund', 'reopen', 'price'] as const
const reasonSchema = z.strictObject({
  id: idSchema('reason'),
  use: z.enum(REASON_USES),
  names: namesSchema,
  deleted: z.boolean().optional(),
})
export type Reason = z.infer<typeof reasonSchema>

const notePresetSchema = z.strictObject({
  id: idSchema('notePreset'),
  names: namesSchema,
  deleted: z.boolean().optional(),
})
export type NotePreset = z.infer<typeof notePresetSchema>

const discountPresetSchema = z.strictObject({
  id: idSchema('discountPreset'),
  names: namesSchema,
  method: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('percent'), ratePpm: z.int().min(0).max(1_000_000) }),
    z.strictObject({ type: z.literal('amount'), amount: moneySchema.min(1) }),
  ]),
  deleted: z.boolean().optional(),
})
export type DiscountPreset = z.infer<typeof discountPresetSchema>

/** What a manager sets for the whole restaurant. Everything may be absent: `settingsOf` says what holds then. */
export const branchSettingsShape = {
  coverCharge: coverChargeSchema.nullable().optional(),
  deliveryCharge: coverChargeSchema.nullable().optional(),
  orderTypes: z
    .strictObject({ dineIn: orderTypeSchema, takeaway: orderTypeSchema, delivery: orderTypeSchema })
    .optional(),
  reasons: z.array(reasonSchema).max(100).optional(),
  notePresets: z.array(notePresetSchema).max(60).optional(),
  discounts: z.array(discountPresetSchema).max(40).optional(),
  tenders: z.array(tenderSchema).max(tenderSchema.options.length).optional(),
  /** What the restaurant's own collecting codes say (收款码); `{amount}` and `{reference}` in them are filled in. */
  payCodes: z.strictObject({ wechat: safeText(400).optional(), alipay: safeText(400).optional() }).optional(),
  /** Where dishes go that have no station with a screen; where absent, the first station takes them. */
  fallbackStation: idSchema('station').nullable().optional(),
  /** Offered when a guest pays by card or wallet; none where tips are unusual. */
  tipRates: z.array(ratePpmSchema).max(6).optional(),
  /** A table calls for somebody after this long without an order, or without its next dish. */
  waitingMinutes: minutes.optional(),
  /** Seconds in which a Send can be taken back before it leaves; 0: it leaves at once. */
  sendUndoSeconds: z.int().min(0).max(30).optional(),
  /** What stands below a receipt. */
  receiptFooter: safeText(300).optional(),
} as const
