import * as z from 'zod'
import { PARTS_PER_MILLION } from '../kernel/index.ts'

/** A rate in parts per million (6 % = 60,000), at most 100 %. */
export const ratePpmSchema = z.int().min(0).max(PARTS_PER_MILLION)

/** The tax of a line as it was when the line was sent. `inclusive`: the price already contains it. */
export const lineTaxSchema = z.strictObject({ ratePpm: ratePpmSchema, inclusive: z.boolean() })
export type LineTax = z.infer<typeof lineTaxSchema>
