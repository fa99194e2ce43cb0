import * as z from 'zod'
import { err, ok, type PersonId, idSchema, type Result } from '@orderez/core/kernel'
import type { SetupRequest } from '@orderez/core/setup'
import type { Identity } from '../../shared/host-api.ts'
import type { IdentityKeeper } from '../platform/identity-keeper.ts'
import { askJson, type CallFailure } from './api-call.ts'
import { enrolmentSchema } from './enrol.ts'

/** A store is made and filled, on whatever box the restaurant has. */
const SETUP_TIMEOUT_MS = 120_000

const restaurantSchema = z.object({ ...enrolmentSchema.shape, owner: idSchema('person') })

/** Steps into the demo restaurant; the server opens it where nothing is set up. */
export async function enterDemo(name: string, keeper: IdentityKeeper): Promise<Result<Identity, string>> {
  const answer = await askJson('/api/setup/demo', { name }, enrolmentSchema, { timeoutMs: SETUP_TIMEOUT_MS })
  if (!answer.ok) return err(codeOf(answer))
  await keeper.write(answer.value)
  return ok(answer.value)
}

/** Whether this code opens the restaurant's set-up. */
export async function checkSetupCode(code: string): Promise<Result<null, string>> {
  const answer = await askJson('/api/setup/may-i', {}, z.object({}), { authorization: setupBy(code) })
  return answer.ok ? ok(null) : err(codeOf(answer))
}

export interface NewRestaurant {
  readonly identity: Identity
  readonly owner: PersonId
}

/** Sets the restaurant up and enrols this terminal as its first. `code` is null at the server itself. */
export async function setUpRestaurant(
  request: SetupRequest,
  code: string | null,
  keeper: IdentityKeeper,
): Promise<Result<NewRestaurant, string>> {
  const answer = await askJson('/api/setup/restaurant', request, restaurantSchema, {
    timeoutMs: SETUP_TIMEOUT_MS,
    ...(code === null ? {} : { authorization: setupBy(code) }),
  })
  if (!answer.ok) return err(codeOf(answer))
  const { owner, ...identity } = answer.value
  await keeper.write(identity)
  return ok({ identity, owner })
}

function setupBy(code: string): string {
  return `Setup ${code.trim()}`
}

/** What the site said, where it was the site that said it. */
function codeOf({ failure, code }: CallFailure): string {
  return failure === 'link.rejected' || failure === 'link.unavailable' ? (code ?? failure) : failure
}
