import type { EpochMs, HybridTime, IdSource, JsonObject, OrderId, PersonId } from '@orderez/core/kernel'
import type { Fact, FactDraft } from '@orderez/core/orders'
import type { EditedCollection } from '@orderez/core/sync'
import type { EngineStatus } from '@orderez/core/sync-engine'
import type { Identity } from '../../shared/host-api.ts'
import type { CartChange } from './cart-changes.ts'
import type { NetworkCut } from './network-cut.ts'
import type { Pictures } from './pictures.ts'
import type { Queries } from './queries.ts'
import type { SiteCalls } from './site-calls.ts'

/** This window's way to everything durable. Screens record facts and edits here and read what came of them by live queries. */
export interface Terminal {
  readonly identity: Identity
  readonly queries: Queries
  readonly ids: IdSource
  readonly site: SiteCalls
  readonly network: Pick<NetworkCut, 'isCut' | 'set' | 'listen'>
  readonly pictures: Pictures
  /** The branch's time as this terminal knows it. */
  now(): EpochMs
  /** The time of the next fact. */
  nextTime(): HybridTime
  /** Resolves when the facts are durable and on the screens. Rejects with `record.notSaved` when they are not. */
  record(drafts: readonly FactDraft[]): Promise<readonly Fact[]>
  edit(collection: EditedCollection, next: JsonObject & { readonly id: string }, person: PersonId): Promise<void>
  /** Changes one of the order's carts: on the screens at once, in the store after all that was asked for before. Rejects when it is not saved. */
  changeCart(order: OrderId, change: CartChange, person: PersonId): Promise<void>
  /** Resolves when the changes asked for before in this window are stored, or have failed for those who asked. */
  cartsSettled(order: OrderId): Promise<void>
  fetchOrders(ids: readonly OrderId[]): Promise<void>
  status(): EngineStatus
  onStatus(listener: (status: EngineStatus) => void): () => void
  close(): Promise<void>
}
