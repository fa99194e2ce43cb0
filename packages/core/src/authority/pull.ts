import { businessDayOf, ok, type DayRule, type JsonObject, type Result } from '../kernel/index.ts'
import {
  StoreError,
  type FetchRequest,
  type PullRequest,
  type PullResponse,
  type StoredDocument,
  type SyncedCollection,
} from '../sync/index.ts'
import type { AuthorityPorts } from './authority-ports.ts'
import type { Cursor, Cursors } from './cursor.ts'
import type { Directory } from './directory.ts'
import type { Epochs } from './epochs.ts'
import { isOfBranch, openOrder } from './stored-order.ts'
import { openRecord } from './stored-record.ts'

/** A17: the window of orders that a terminal holds; part of the scope. */
export const ORDER_WINDOW = { open: true, days: 14 }

const DAY_MS = 86_400_000
const ANYWHERE: DayRule = { timeZone: 'UTC', dayStartsAt: '00:00' }
/** Orders are large; a page of them stays within a few megabytes. */
const MAX_PAGE = { orders: 200, others: 500 }

interface Page {
  readonly documents: readonly StoredDocument[]
  readonly cursor: Cursor
  readonly more: boolean
}

export interface PullPorts extends Pick<AuthorityPorts, 'store' | 'branch' | 'clock' | 'mistakes'> {
  readonly directory: Directory
  readonly cursors: Cursors
  readonly epochs: Epochs
}

export interface Puller {
  pull(request: PullRequest): Promise<Result<Omit<PullResponse, 'epoch' | 'serverTime'>, 'cursor.invalid'>>
  fetch(request: FetchRequest): Promise<JsonObject[]>
}

/** Snapshot, then changes (A17). Rejects with `StoreError` when the store is away. */
export function createPuller(ports: PullPorts): Puller {
  const { store, cursors, epochs } = ports

  async function proceed(request: PullRequest, cursor: Cursor): Promise<Page> {
    return cursor.snapshot ? snapshotPage(ports, request, cursor, cursor.snapshot) : changesPage(ports, request, cursor)
  }

  async function begin(request: PullRequest): Promise<Page> {
    // Before anything is read: what changes meanwhile comes again as a change, and nothing falls between.
    const epoch = epochs.current()
    const seq = await store.seq(request.collection)
    return proceed(request, { seq, epoch, snapshot: { step: 0, after: '' } })
  }

  async function goOn(request: PullRequest, cursor: Cursor): Promise<Page & { readonly restarted: boolean }> {
    try {
      return { ...(await proceed(request, cursor)), restarted: false }
    } catch (error) {
      if (!(error instanceof StoreError) || error.code !== 'store.seqUnknown') throw error
      // Our own mark is on the place and the store does not know it: the store went back (A19).
      await epochs.mint(cursor.epoch, 'seqUnknown')
      return { ...(await begin(request)), restarted: true }
    }
  }

  return {
    async pull(request) {
      const { collection, checkpoint } = request
      const taken = checkpoint ? cursors.take(collection, checkpoint) : ok(null)
      if (!taken.ok) return taken
      const isCurrent = taken.value !== null && taken.value.epoch === epochs.current()
      const page =
        taken.value && isCurrent
          ? await goOn(request, taken.value)
          : { ...(await begin(request)), restarted: checkpoint !== null }
      return ok({
        documents: visible(ports, collection, page.documents),
        checkpoint: cursors.give(collection, page.cursor),
        more: page.more,
        restarted: page.restarted,
      })
    },
    async fetch({ collection, ids }) {
      return visible(ports, collection, await store.read(collection, [...new Set(ids)]))
    },
  }
}

function limitOf({ collection, limit }: PullRequest): number {
  return Math.min(limit, collection === 'orders' ? MAX_PAGE.orders : MAX_PAGE.others)
}

async function changesPage({ store }: PullPorts, request: PullRequest, cursor: Cursor): Promise<Page> {
  const { documents, seq, more } = await store.changes(request.collection, cursor.seq, limitOf(request))
  return { documents, cursor: { ...cursor, seq }, more }
}

/** One page of a first copy. Orders come in two steps, the open ones first. */
async function snapshotPage(
  ports: PullPorts,
  request: PullRequest,
  cursor: Cursor,
  at: NonNullable<Cursor['snapshot']>,
): Promise<Page> {
  const page = await (request.collection === 'orders'
    ? ordersPage(ports, request, at)
    : listPage(ports, request, at.after))
  const isLastStep = request.collection !== 'orders' || at.step === LAST_ORDERS_STEP
  const next =
    page.next === null ? (isLastStep ? null : { step: at.step + 1, after: '' }) : { step: at.step, after: page.next }
  if (next) return { documents: page.documents, cursor: { ...cursor, snapshot: next }, more: true }
  const { seq, epoch } = cursor
  const end = ports.mistakes?.has('seq-after-snapshot') ? await ports.store.seq(request.collection) : seq
  return { documents: page.documents, cursor: { seq: end, epoch }, more: true }
}

interface SnapshotPage {
  readonly documents: readonly StoredDocument[]
  /** Null at the end of the step. */
  readonly next: string | null
}

const LAST_ORDERS_STEP = 1

async function ordersPage(
  ports: PullPorts,
  request: PullRequest,
  at: NonNullable<Cursor['snapshot']>,
): Promise<SnapshotPage> {
  await ports.directory.refresh()
  const rule = ports.directory.branch() ?? ANYWHERE
  const firstDay = businessDayOf(ports.clock.now() - (ORDER_WINDOW.days - 1) * DAY_MS, rule)
  const wanted = at.step === 0 ? { field: 'open', from: 1, to: 1 } : { field: 'day', from: firstDay }
  const bookmark = at.after === '' ? {} : { bookmark: at.after }
  const page = await ports.store.find('orders', { ...wanted, limit: limitOf(request), ...bookmark })
  // What is open came in the first step, or has changed since and comes as a change.
  const documents = at.step === 0 ? page.documents : page.documents.filter(({ header }) => header['open'] !== 1)
  return { documents, next: page.bookmark }
}

async function listPage({ store }: PullPorts, request: PullRequest, after: string): Promise<SnapshotPage> {
  const limit = limitOf(request)
  const documents = await store.list(request.collection, after === '' ? null : after, limit)
  return { documents, next: documents.length < limit ? null : (documents.at(-1)?.id ?? null) }
}

/** A18: documents as screens see them, and never one of another branch. */
function visible({ branch }: PullPorts, collection: SyncedCollection, stored: readonly StoredDocument[]): JsonObject[] {
  if (collection === 'orders') {
    const orders = stored.map((document) => openOrder(document.id, document))
    return orders.filter((order) => isOfBranch(order, branch))
  }
  return stored
    .map((document) => openRecord(document).document)
    .filter(({ kind, id }) => kind !== 'branch' || id === branch)
}
