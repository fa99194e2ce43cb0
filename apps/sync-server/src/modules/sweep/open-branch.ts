import { createAuthority, type Authority } from '@orderez/core/authority'
import type { BranchId } from '@orderez/core/kernel'
import type { DocumentStore } from '@orderez/core/sync'
import { createSealer } from '../../tls/site-authority.ts'

/** An authority on a store that is there already. For tests. */
export function openBranch(
  store: DocumentStore,
  branch: BranchId,
  onEvent = (_event: string): void => undefined,
): Promise<Authority> {
  return createAuthority({
    store,
    branch,
    clock: { now: () => Date.now() },
    entropy: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
    sealer: createSealer(new Uint8Array(32)),
    epochs: { read: async () => '000000000', write: async () => undefined },
    log: ({ event }) => onEvent(event),
  })
}
