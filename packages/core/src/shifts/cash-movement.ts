import * as z from 'zod'
import { envelope, idSchema, MAX_EPOCH_MS, moneySchema, safeText } from '../kernel/index.ts'

/** Cash put into a drawer or taken out of it beside the bills: change from the bank, a supplier paid. Never changed, only added. */
export const cashMovementSchema = z.strictObject({
  ...envelope('cashMovement'),
  drawer: idSchema('drawer'),
  at: z.int().min(0).max(MAX_EPOCH_MS),
  by: idSchema('person'),
  direction: z.enum(['in', 'out']),
  amount: moneySchema.min(1),
  reason: safeText(120).min(1),
})
export type CashMovement = z.infer<typeof cashMovementSchema>
