import * as z from 'zod'
import { envelope, namesSchema } from '../kernel/index.ts'
import { lineTaxSchema } from '../pricing/index.ts'

/** A tax that dishes name. A change of rate makes new dish versions; lines keep the rate they were sold with. */
export const taxSchema = z.strictObject({
  ...envelope('tax'),
  names: namesSchema,
  ...lineTaxSchema.shape,
})
export type Tax = z.infer<typeof taxSchema>
