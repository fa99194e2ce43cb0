import type * as z from 'zod'

/** Where and why a schema said no, in one line for logs and reports; never what the value was. */
export function describeIssue(error: z.ZodError): string {
  const issue = error.issues[0]
  return issue ? `${issue.path.join('.')}: ${issue.message}`.slice(0, 200) : 'invalid'
}
