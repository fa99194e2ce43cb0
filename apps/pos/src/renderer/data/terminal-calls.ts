import * as z from 'zod'
import { err, type PersonId, type Result, type TerminalId } from '@orderez/core/kernel'
import type { LinkFailure } from '@orderez/core/sync'
import type { SiteCalls } from './site-calls.ts'

const DELETE_TIMEOUT_MS = 60_000

const invitationSchema = z.object({
  code: z.string(),
  /** Ms since 1970, by the server's clock. */
  expiresAt: z.number(),
  address: z.string(),
  trustAddress: z.string().nullable(),
  fingerprint: z.string(),
})
export type Invitation = z.infer<typeof invitationSchema>

/** A code for one more terminal; only with a manager's PIN. Errors are problem codes of the site or a LinkFailure. */
export async function inviteTerminal(
  site: SiteCalls,
  person: PersonId,
  pin: string,
): Promise<Result<Invitation, string>> {
  return said(await site.post('/api/terminals/join-codes', { person, pin }, invitationSchema))
}

/** Shuts a terminal out; only with a manager's PIN. */
export async function revokeTerminal(
  site: SiteCalls,
  terminal: TerminalId,
  { person, pin }: { readonly person: PersonId; readonly pin: string },
): Promise<Result<object, string>> {
  return said(await site.post('/api/terminals/revoke', { terminal, person, pin }, z.object({})))
}

/** Deletes the demo restaurant on the server, with everything in it. */
export async function deleteDemo(site: SiteCalls): Promise<Result<object, string>> {
  return said(await site.post('/api/setup/delete-demo', {}, z.object({}), { timeoutMs: DELETE_TIMEOUT_MS }))
}

/** The site's own word for what was wrong, where it was the site that answered. */
function said<T>(answer: Result<T, LinkFailure>): Result<T, string> {
  if (answer.ok) return answer
  return err(answer.code === 'link.offline' ? answer.code : (answer.detail ?? answer.code))
}
