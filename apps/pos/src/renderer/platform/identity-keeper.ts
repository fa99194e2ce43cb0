import { identitySchema, type HostApi, type Identity } from '../../shared/host-api.ts'
import { hostValue } from './host-value.ts'

const KEY = 'orderez.identity'

/** Where the identity of this installation is kept: outside IndexedDB, which a browser may empty as a whole. */
export interface IdentityKeeper {
  read(): Promise<Identity | null>
  write(identity: Identity): Promise<void>
}

export function createIdentityKeeper(host: HostApi | null): IdentityKeeper {
  return host ? hostKeeper(host) : webKeeper()
}

function webKeeper(): IdentityKeeper {
  return {
    read: async () => {
      const text = localStorage.getItem(KEY)
      const parsed = text === null ? null : identitySchema.safeParse(JSON.parse(text))
      return parsed?.success ? parsed.data : null
    },
    write: async (identity) => localStorage.setItem(KEY, JSON.stringify(identity)),
  }
}

function hostKeeper(host: HostApi): IdentityKeeper {
  return {
    read: async () => hostValue(await host.identity.read()),
    write: async (identity) => void hostValue(await host.identity.write(identity)),
  }
}
