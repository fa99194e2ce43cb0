import * as z from 'zod'
import { envelope, namesSchema } from '../kernel/index.ts'

/** Where dishes are made (`kitchen`, `bar`) or put together (`expo`). */
export const stationSchema = z.strictObject({
  ...envelope('station'),
  names: namesSchema,
  type: z.enum(['kitchen', 'bar', 'expo']),
  /** False: nobody looks at it; its dishes go to the branch's fallback station. */
  screen: z.boolean().optional(),
  sort: z.int().min(0).max(1_000_000),
})
export type Station = z.infer<typeof stationSchema>
