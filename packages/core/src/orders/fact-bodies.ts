import * as z from 'zod'
import {
  businessDaySchema,
  idSchema,
  MAX_EPOCH_MS,
  moneySchema,
  namesSchema,
  priceSchema,
  quantitySchema,
  safeText,
} from '../kernel/index.ts'
import { linePriceSchema, lineTaxSchema } from '../pricing/index.ts'
import { chosenOptionSchema, lineSchema } from './line.ts'
import { placeSchema, shareSchema, unitRefSchema, unitRefsSchema } from './places.ts'

const reason = safeText(120)
const approver = idSchema('person').optional()
const factIds = z.array(idSchema('fact')).min(1).max(600)
const ratePpm = z.int().min(0).max(1_000_000)

/**
 * What a statement about money had in view: the units, charges and discounts it covers, the sum it came to, and how many
 * facts of the order were known (with a digest of their ids). A line in no basis is an open remainder (M3).
 */
const basisSchema = z.strictObject({
  units: z.array(unitRefSchema).max(600),
  charges: z.array(idSchema('charge')).max(100),
  discounts: z.array(idSchema('discount')).max(100),
  due: moneySchema,
  seen: z.strictObject({ count: z.int().min(0), digest: z.string().regex(/^[0-9a-f]{64}$/) }),
})
export type Basis = z.infer<typeof basisSchema>

/** "AK-17": the two letters of the terminal and its own daily counter. */
const orderNumberSchema = z.strictObject({
  letters: z.string().regex(/^[A-Z]{2}$/),
  counter: z.int().min(1).max(99_999),
})
export type OrderNumber = z.infer<typeof orderNumberSchema>

/** Minor units; times the most guests and tax it stays far below what sums can hold. */
const MAX_PER_GUEST = 100_000_000

const amountMethod = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('percent'), ratePpm }),
  z.strictObject({ type: z.literal('amount'), amount: priceSchema.min(0) }),
])
const chargeMethod = z.discriminatedUnion('type', [
  ...amountMethod.options,
  z.strictObject({ type: z.literal('perGuest'), amount: z.int().min(0).max(MAX_PER_GUEST) }),
])

export const tenderSchema = z.enum(['cash', 'card', 'wechat', 'alipay', 'member', 'voucher', 'other'])
export type Tender = z.infer<typeof tenderSchema>
export const paymentStateSchema = z.enum(['started', 'confirmed', 'failed', 'unknown'])
export type PaymentState = z.infer<typeof paymentStateSchema>

const contactSchema = z.strictObject({
  name: safeText(60).optional(),
  phone: safeText(30).optional(),
  address: safeText(200).optional(),
})
/** Who fetches an order or has it brought, and where to. */
export type Contact = z.infer<typeof contactSchema>

/** When guests want what they take away, in ms; absent: as soon as it is done. */
const wishedAt = z.int().min(0).max(MAX_EPOCH_MS).optional()

const atStation = { station: idSchema('station'), units: unitRefsSchema }

/** One schema for each kind of fact. The kind is the name of the fact in the past tense; a fact never changes. */
export const factBodies = {
  opened: z.strictObject({
    branch: idSchema('branch'),
    day: businessDaySchema,
    number: orderNumberSchema,
    type: z.enum(['dineIn', 'takeaway', 'delivery']),
    source: z.enum(['staff', 'guest', 'api']),
    table: idSchema('table').optional(),
    guests: z.int().min(0).max(999),
    owner: idSchema('person'),
    contact: contactSchema.optional(),
    wishedAt,
  }),
  contactSet: z.strictObject({ contact: contactSchema, wishedAt }),
  tableSet: z.strictObject({ table: idSchema('table').nullable() }),
  guestsSet: z.strictObject({ guests: z.int().min(0).max(999) }),
  noteSet: z.strictObject({ text: safeText(500) }),
  roundSent: z.strictObject({ round: idSchema('round'), lines: z.array(lineSchema).min(1).max(200) }),
  lineAmended: z.strictObject({
    line: idSchema('line'),
    note: safeText(200).optional(),
    options: z.strictObject({ chosen: z.array(chosenOptionSchema).max(40), price: linePriceSchema }).optional(),
    seat: z.int().min(1).max(99).optional(),
    course: z.int().min(1).max(9).optional(),
  }),
  fired: z.strictObject({ lines: z.array(idSchema('line')).min(1).max(600), course: z.int().min(1).max(9).optional() }),
  held: z.strictObject({ lines: z.array(idSchema('line')).min(1).max(600), course: z.int().min(1).max(9).optional() }),
  rushed: z.strictObject({ lines: z.array(idSchema('line')).min(1).max(600) }),
  received: z.strictObject(atStation),
  started: z.strictObject(atStation),
  ready: z.strictObject(atStation),
  recalled: z.strictObject({ ...atStation, of: factIds }),
  served: z.strictObject({ units: unitRefsSchema }),
  acknowledged: z.strictObject({ station: idSchema('station'), of: factIds }),
  voided: z.strictObject({ units: unitRefsSchema, reason, approver }),
  comped: z.strictObject({ units: unitRefsSchema, reason, approver }),
  compWithdrawn: z.strictObject({ of: idSchema('fact') }),
  priceSet: z.strictObject({ line: idSchema('line'), price: linePriceSchema, reason, approver }),
  weightSet: z.strictObject({ line: idSchema('line'), quantity: quantitySchema }),
  linesMoved: z.strictObject({ units: unitRefsSchema, to: placeSchema, why: z.enum(['move', 'split', 'join']) }),
  tablesMerged: z.strictObject({
    merge: idSchema('merge'),
    from: idSchema('order'),
    to: idSchema('order'),
    units: z.array(unitRefSchema).max(600),
  }),
  tablesUnmerged: z.strictObject({ merge: idSchema('merge'), of: idSchema('fact') }),
  chargeAdded: z.strictObject({
    charge: idSchema('charge'),
    share: shareSchema,
    names: namesSchema,
    method: chargeMethod,
    tax: lineTaxSchema,
    reason: reason.optional(),
  }),
  chargeWithdrawn: z.strictObject({ charge: idSchema('charge'), of: idSchema('fact'), reason, approver }),
  discountGiven: z.strictObject({
    discount: idSchema('discount'),
    share: shareSchema,
    method: amountMethod,
    basis: basisSchema,
    reason,
    approver,
  }),
  discountWithdrawn: z.strictObject({ discount: idSchema('discount'), of: idSchema('fact'), reason, approver }),
  rounded: z.strictObject({ share: shareSchema, amount: moneySchema, basis: basisSchema }),
  splitEqually: z.strictObject({ share: shareSchema, ways: z.int().min(2).max(50), basis: basisSchema }),
  preBillPrinted: z.strictObject({ share: shareSchema, basis: basisSchema }),
  paid: z.strictObject({
    payment: idSchema('payment'),
    share: shareSchema,
    tender: tenderSchema,
    state: paymentStateSchema,
    amount: moneySchema.min(0),
    tendered: moneySchema.min(0),
    change: moneySchema.min(0),
    tip: moneySchema.min(0),
    drawer: idSchema('drawer').optional(),
    reference: safeText(120).optional(),
    basis: basisSchema,
  }),
  paymentStateSet: z.strictObject({
    payment: idSchema('payment'),
    state: paymentStateSchema,
    reference: safeText(120).optional(),
  }),
  refunded: z.strictObject({
    refund: idSchema('refund'),
    payment: idSchema('payment'),
    share: shareSchema,
    tender: tenderSchema,
    amount: moneySchema.min(1),
    units: z.array(unitRefSchema).max(600),
    drawer: idSchema('drawer').optional(),
    reason,
    approver,
  }),
  closed: z.strictObject({ basis: basisSchema }),
  reopened: z.strictObject({ of: idSchema('fact'), reason, approver }),
  ruled: z.strictObject({ of: idSchema('fact'), decision: z.enum(['accepted', 'refused']), reason }),
} as const

export type FactKind = keyof typeof factBodies
export type FactBody<K extends FactKind = FactKind> = z.infer<(typeof factBodies)[K]>
export const FACT_KINDS = Object.keys(factBodies) as readonly FactKind[]
