import * as z from 'zod'
import { businessDaySchema, envelopeOf, idSchema, type BusinessDay, type TerminalId } from '../kernel/index.ts'

const count = z.int().min(0).max(1_000_000_000)

/**
 * What one terminal counted in one business day: units sold, times a dish was looked at, times it was marked as a favourite.
 * Only that terminal writes it, so two terminals never meet in one document.
 */
export const heatSchema = z.strictObject({
  id: z
    .string()
    .max(60)
    .regex(/^hea_\d{8}_[0-9a-f-]{36}$/),
  ...envelopeOf('heat'),
  terminal: idSchema('terminal'),
  day: businessDaySchema,
  dishes: z.record(idSchema('dish'), z.strictObject({ sales: count, views: count, favourites: count })),
})
export type Heat = z.infer<typeof heatSchema>

export function heatIdOf(day: BusinessDay, terminal: TerminalId): string {
  return `hea_${day.replaceAll('-', '')}_${terminal.slice(terminal.indexOf('_') + 1)}`
}
