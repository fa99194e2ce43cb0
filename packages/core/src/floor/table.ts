import * as z from 'zod'
import { envelope, idSchema, safeText } from '../kernel/index.ts'

/** Centimetres on the plan of the area, from its top left corner. */
const place = z.int().min(0).max(100_000)
const size = z.int().min(10).max(10_000)

export const tableSchema = z.strictObject({
  ...envelope('table'),
  /** What people say: "A12", "窗 3". */
  label: safeText(12).min(1),
  area: idSchema('area'),
  sort: z.int().min(0).max(1_000_000),
  seats: z.int().min(0).max(999),
  shape: z.enum(['round', 'rectangle']),
  x: place,
  y: place,
  w: size,
  h: size,
  /** Guests sit along one side only, as at a bar: the lower one before it is turned. */
  oneSided: z.boolean().optional(),
  /** Degrees, clockwise. */
  rotation: z.int().min(0).max(359),
  status: z.enum(['inUse', 'outOfUse']),
})
export type Table = z.infer<typeof tableSchema>
