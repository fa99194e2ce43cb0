import type { BranchId, EpochMs, TerminalId } from '../kernel/index.ts'
import type { DocumentStore, Entropy, Sealer, SyncedCollection } from '../sync/index.ts'

/** Who speaks, as the shell has authenticated them. */
export interface Actor {
  readonly terminal: TerminalId
  readonly branch: BranchId
}

/** Keeps the server's incarnation where no backup of the store reaches it, so that a restored store is noticed (A20). */
export interface EpochKeeper {
  /** Null at the very first start. */
  read(): Promise<string | null>
  /** Resolves when the epoch would survive the loss of power. */
  write(epoch: string): Promise<void>
}

/** What an operator may want to know. Never carries what people typed, nor secrets. */
export type AuthorityEvent =
  | {
      readonly event: 'epoch.minted'
      readonly epoch: string
      readonly why: 'first' | 'logAhead' | 'epochAhead' | 'seqUnknown'
    }
  | { readonly event: 'fact.forked'; readonly terminal: TerminalId; readonly incarnation: string; readonly n: number }
  | { readonly event: 'item.deadLettered'; readonly terminal: TerminalId; readonly code: string }
  | {
      readonly event: 'batch.retried'
      readonly collection: SyncedCollection
      readonly documents: number
      readonly round: number
    }
  | { readonly event: 'batch.failed'; readonly collection: SyncedCollection; readonly reason: string }
  | { readonly event: 'leaves.united'; readonly collection: SyncedCollection; readonly document: string }

/** Mistakes of this half that a test can switch on; absent in production. */
export interface AuthorityMistakes {
  has(mistake: AuthorityMistake): boolean
}
export type AuthorityMistake =
  | 'verdict-before-store'
  | 'no-dedup'
  | 'unknown-as-stored'
  | 'poison-blocks-batch'
  | 'last-writer-wins'
  | 'seq-after-snapshot'
  | 'epoch-kept-after-restore'
  | 'price-from-client'
  | 'right-not-checked'

/** Everything that the authority needs. It starts no timer: whatever it does, it does within a call. */
export interface AuthorityPorts {
  readonly store: DocumentStore
  /** The restaurant that this store belongs to. */
  readonly branch: BranchId
  readonly clock: { now(): EpochMs }
  readonly entropy: Entropy
  readonly sealer: Sealer
  readonly epochs: EpochKeeper
  log(event: AuthorityEvent): void
  readonly mistakes?: AuthorityMistakes
}
