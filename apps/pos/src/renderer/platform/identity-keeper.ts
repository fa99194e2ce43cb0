import { identitySchema, type HostApi, type Identity } from '../../shared/host-api.ts'
import { hostValue } from './host-value.ts'
import { openIndexedDb, requestResult, transactionDone } from './indexeddb-request.ts'

const KEY = 'orderez.identity'
const IDENTITY = 'identity'

/** Where the identity of this installation is kept. */
export interface IdentityKeeper {
  read(): Promise<Identity | null>
  /** Whether there probably is one, as far as can be said at once. */
  isLikely(): boolean
  write(identity: Identity): Promise<void>
  /** This installation is no terminal any more. */
  forget(): Promise<void>
}

export function createIdentityKeeper(host: HostApi | null): IdentityKeeper {
  return host ? hostKeeper(host) : webKeeper()
}

/**
 * Kept twice. localStorage reaches the disk seconds later, so a browser that dies would forget a new identity or a rotated token;
 * IndexedDB is flushed at once, but a browser may empty it as a whole, which localStorage outlives.
 */
function webKeeper(): IdentityKeeper {
  return {
    read: async () => parsedIdentity(await readFlushed()) ?? parsedIdentity(mirrored()),
    isLikely: () => localStorage.getItem(KEY) !== null,
    write: async (identity) => {
      await changeFlushed((store) => store.put(identity, KEY))
      localStorage.setItem(KEY, JSON.stringify(identity))
    },
    // The mirror first: what is read first is gone last, so that no half of it comes back.
    forget: async () => {
      localStorage.removeItem(KEY)
      await changeFlushed((store) => store.delete(KEY))
    },
  }
}

function parsedIdentity(value: unknown): Identity | null {
  const parsed = identitySchema.safeParse(value)
  return parsed.success ? parsed.data : null
}

function mirrored(): unknown {
  const text = localStorage.getItem(KEY)
  return text === null ? null : JSON.parse(text)
}

function openFlushed(): Promise<IDBDatabase> {
  return openIndexedDb('orderez-identity', (created) => created.createObjectStore(IDENTITY))
}

async function readFlushed(): Promise<unknown> {
  const database = await openFlushed()
  const stored: unknown = await requestResult(database.transaction(IDENTITY).objectStore(IDENTITY).get(KEY))
  database.close()
  return stored
}

async function changeFlushed(change: (store: IDBObjectStore) => void): Promise<void> {
  const database = await openFlushed()
  const transaction = database.transaction(IDENTITY, 'readwrite', { durability: 'strict' })
  change(transaction.objectStore(IDENTITY))
  await transactionDone(transaction)
  database.close()
}

function hostKeeper(host: HostApi): IdentityKeeper {
  return {
    read: async () => hostValue(await host.identity.read()),
    isLikely: () => true,
    write: async (identity) => void hostValue(await host.identity.write(identity)),
    forget: async () => void hostValue(await host.identity.forget()),
  }
}
