import { hash } from '@node-rs/argon2'
import type { Authority } from '@orderez/core/authority'
import type { BranchId, IdSource, PersonId } from '@orderez/core/kernel'
import { restaurantDocuments, type SetupRequest } from '@orderez/core/setup'

/** Writes the documents of a new restaurant; answers with its owner. The PIN is hashed here and kept nowhere. */
export async function fillRestaurant(
  { authority, branch }: { readonly authority: Authority; readonly branch: BranchId },
  request: SetupRequest,
  ids: IdSource,
): Promise<PersonId> {
  const pinHash = await hash(request.owner.pin, { memoryCost: 19_456, timeCost: 2, parallelism: 1 })
  const { owner, collections } = restaurantDocuments(request, { branch, ids, pinHash })
  for (const [collection, documents] of collections) {
    const put = await authority.put(collection, documents)
    if (!put.ok) throw new Error(`The restaurant could not be written (${collection}: ${put.code} ${put.detail ?? ''})`)
  }
  return owner.id
}
