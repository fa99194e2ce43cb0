import * as z from 'zod'
import { businessDaySchema, envelope, idSchema, MAX_EPOCH_MS, moneySchema } from '../kernel/index.ts'

const moment = z.int().min(0).max(MAX_EPOCH_MS)
const money = moneySchema.min(0)

/** From the opening count of a drawer to its closing one. Cash of the drawer belongs to the shift that was open when it was taken. */
export const shiftSchema = z.strictObject({
  ...envelope('shift'),
  drawer: idSchema('drawer'),
  day: businessDaySchema,
  openedAt: moment,
  openedBy: idSchema('person'),
  /** Minor units that lay in the drawer at the start. */
  float: money,
  closedAt: moment.nullable().optional(),
  closedBy: idSchema('person').nullable().optional(),
  /** Minor units that were counted at the end, before anybody was told what should be there. */
  counted: money.nullable().optional(),
})
export type Shift = z.infer<typeof shiftSchema>
