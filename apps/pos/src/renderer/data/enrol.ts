import * as z from 'zod'
import { err, idSchema, ok, type Result } from '@orderez/core/kernel'
import type { HostApi, Identity, Site } from '../../shared/host-api.ts'
import type { IdentityKeeper } from '../platform/identity-keeper.ts'
import { askJson } from './api-call.ts'

export const enrolmentSchema = z.object({
  terminal: idSchema('terminal'),
  branch: idSchema('branch'),
  letters: z.string().regex(/^[A-Z]{2}$/),
  accessToken: z.string().min(1),
  refreshToken: z.string().min(1),
  demo: z.boolean().optional(),
})

export interface EnrolRequest {
  readonly code: string
  readonly name: string
  /** Where the server is; only Electron's window has to be told. */
  readonly site: Site | null
  readonly keeper: IdentityKeeper
  readonly host: HostApi | null
}

/** Spends a join code and keeps the identity it brings. The code of an error is a problem of the site or a LinkFailure. */
export async function enrol({ code, name, site, keeper, host }: EnrolRequest): Promise<Result<Identity, string>> {
  if (host && site) {
    const written = await host.site.write(site)
    if (!written.ok)
      return err(written.code === 'request.malformed' ? 'request.malformed' : 'link.offline', written.detail)
  }
  const answer = await askJson('/api/terminals/enrol', { code, name }, enrolmentSchema)
  if (!answer.ok)
    return err(
      answer.failure === 'link.rejected' || answer.failure === 'link.unavailable'
        ? (answer.code ?? answer.failure)
        : answer.failure,
    )
  const identity: Identity = answer.value
  await keeper.write(identity)
  return ok(identity)
}
