import * as z from 'zod'
import { envelope, namesSchema } from '../kernel/index.ts'

export const areaSchema = z.strictObject({
  ...envelope('area'),
  names: namesSchema,
  sort: z.int().min(0).max(1_000_000),
})
export type Area = z.infer<typeof areaSchema>
