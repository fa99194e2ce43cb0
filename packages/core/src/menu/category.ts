import * as z from 'zod'
import { envelope, idSchema, namesSchema } from '../kernel/index.ts'

/** Whether guests and staff may order it now. Off the shelf is for seasons; sold out is for today. */
export const shelfSchema = z.enum(['onShelf', 'offShelf'])

/** Places in a list; equal ones go by id. */
export const sortSchema = z.int().min(0).max(1_000_000)

export const categorySchema = z.strictObject({
  ...envelope('category'),
  names: namesSchema,
  description: namesSchema.nullable().optional(),
  sort: sortSchema,
  status: shelfSchema,
  /** Where its dishes are made unless they say otherwise: what an editor fills in for a new dish. */
  stations: z.array(idSchema('station')).max(8).optional(),
})
export type Category = z.infer<typeof categorySchema>
