import * as z from 'zod'
import { envelope, namesSchema } from '../kernel/index.ts'

export const areaSchema = z.strictObject({
  ...envelope('area'),
  names: namesSchema,
  sort: z.int().min(0).max(1_000_000),
  /** What its plan measures, in centimetres; where absent, `planSizeOf` says. */
  width: z.int().min(0).max(20_000).optional(),
  height: z.int().min(0).max(20_000).optional(),
})
export type Area = z.infer<typeof areaSchema>
