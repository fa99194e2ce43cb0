import * as z from 'zod'

/** 'YYYY-MM-DD': the day that a bill belongs to. It begins at the branch's hour, not at midnight. */
export const businessDaySchema = z
  .string()
  .max(10)
  .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
  .brand<'businessDay'>()
export type BusinessDay = z.infer<typeof businessDaySchema>
