import * as z from 'zod'
import { idSchema, moneySchema, namesSchema } from '../kernel/index.ts'
import { tenderSchema } from '../orders/index.ts'
import type { Report } from './report.ts'

const count = z.int().min(0)
const tally = { count, amount: moneySchema }
const tallies = <K extends z.ZodType>(of: K) => z.array(z.strictObject({ of, ...tally }))
const average = moneySchema.nullable()
const takenBack = z.strictObject({
  ...tally,
  byReason: tallies(z.string()),
  byPerson: tallies(idSchema('person')),
})

/** A report as it travels from the server to a terminal. */
export const reportSchema: z.ZodType<Report> = z.strictObject({
  takings: moneySchema,
  paid: moneySchema,
  refunded: moneySchema,
  tips: moneySchema,
  byTender: z.array(
    z.strictObject({
      tender: tenderSchema,
      payments: count,
      paid: moneySchema,
      refunded: moneySchema,
      takings: moneySchema,
    }),
  ),
  subtotal: moneySchema,
  charges: moneySchema,
  taxAdded: moneySchema,
  rounding: moneySchema,
  billed: moneySchema,
  orders: count,
  guests: count,
  perOrder: average,
  perGuest: average,
  discounts: z.strictObject({ ...tally, byReason: tallies(z.string()) }),
  voids: takenBack,
  comps: takenBack,
  byDish: z.array(z.strictObject({ of: idSchema('dish'), names: namesSchema, ...tally })),
  byCategory: tallies(z.string().nullable()),
  byHour: z.array(z.strictObject({ hour: z.int().min(0).max(23), takings: moneySchema, orders: count })),
  byWaiter: z.array(
    z.strictObject({
      person: idSchema('person').nullable(),
      orders: count,
      guests: count,
      billed: moneySchema,
      takings: moneySchema,
    }),
  ),
  unreadable: z.array(idSchema('order')),
})
