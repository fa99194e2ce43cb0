import type { Request } from 'express'
import type * as z from 'zod'
import { Problem } from './problem.ts'

/** The request's body by its schema; what does not fit is answered with the first field that is wrong, never with its value. */
export function parsedBody<T>(schema: z.ZodType<T>, request: Request): T {
  const result = schema.safeParse(request.body)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  throw new Problem('request.malformed', issue ? `${issue.path.join('.')}: ${issue.message}` : undefined)
}
