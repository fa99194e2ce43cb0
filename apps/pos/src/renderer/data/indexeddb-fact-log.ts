import { digestOf, type IncarnationId, type TerminalId } from '@orderez/core/kernel'
import { chainFacts, startLog, type Fact, type FactDraft, type LogTail } from '@orderez/core/orders'
import type { FactLog, LogBreak, LogPlace } from '@orderez/core/sync'
import { openIndexedDb, requestResult, transactionDone } from '../platform/indexeddb-request.ts'

const FACTS = 'facts'
const META = 'meta'
const SERIES = 'series'
const TAIL = 'tail'

/** Where the log ends. Each incarnation is a `series`, counted from 1, so that the keys [series, n] are in the order of the log. */
interface StoredTail {
  readonly tail: LogTail
  readonly series: number
  /** Up to here facts were dropped on purpose; a shorter log than the tail says is else a broken one. */
  readonly dropped: { readonly series: number; readonly n: number }
}

export interface FactLogIdentity {
  readonly terminal: TerminalId
  /** Mints the incarnation of an empty or broken log. */
  readonly newIncarnation: () => IncarnationId
  /** This terminal has opened its log before, so that an empty one is a lost one. */
  readonly openedBefore: boolean
}

interface WaitingAppend {
  readonly drafts: readonly FactDraft[]
  resolve(facts: readonly Fact[]): void
  reject(reason: unknown): void
}

/**
 * The web terminal's fact log: an IndexedDB of its own with strict durability. Numbers and hashes are given inside the writing
 * transaction, which IndexedDB serialises over all tabs, and facts are only ever added. Waiting appends share one transaction.
 */
export async function openIndexedDbFactLog(identity: FactLogIdentity): Promise<FactLog> {
  const database = await openIndexedDb(`orderez-log-${identity.terminal}`, (created) => {
    created.createObjectStore(FACTS)
    created.createObjectStore(META)
    created.createObjectStore(SERIES)
  })
  const breaks = await mendAtOpen(database, identity)
  const appendGrouped = groupAppends(database)
  return {
    breaks,
    append: appendGrouped,
    tail: async () => (await requestResult(storedTail(database.transaction(META)))).tail,
    read: (after, limit) => readFacts(database, after, limit),
    startIncarnation: (incarnation) => startIncarnation(database, incarnation),
    dropThrough: (place) => dropThrough(database, place),
    close: async () => {
      await appendGrouped.settled()
      database.close()
    },
  }
}

function writing(database: IDBDatabase): IDBTransaction {
  return database.transaction([FACTS, META, SERIES], 'readwrite', { durability: 'strict' })
}

function storedTail(transaction: IDBTransaction): IDBRequest<StoredTail> {
  return transaction.objectStore(META).get(TAIL)
}

async function mendAtOpen(database: IDBDatabase, identity: FactLogIdentity): Promise<readonly LogBreak[]> {
  const transaction = writing(database)
  const done = transactionDone(transaction)
  const stored: StoredTail | undefined = await requestResult(storedTail(transaction))
  const breaks: LogBreak[] = []
  if (!stored) {
    if (identity.openedBefore) breaks.push('log.missing')
    begin(transaction, startLog(identity.terminal, identity.newIncarnation()), 1)
  } else {
    const found = await findBreak(transaction, stored)
    if (found) {
      breaks.push(found)
      begin(
        transaction,
        startLog(identity.terminal, identity.newIncarnation(), stored.tail.hash),
        stored.series + 1,
        stored,
      )
    }
  }
  await done
  return breaks
}

/** Compares the end of the stored facts with what the tail says of it. */
async function findBreak(transaction: IDBTransaction, stored: StoredTail): Promise<LogBreak | null> {
  const cursor = await requestResult(transaction.objectStore(FACTS).openCursor(null, 'prev'))
  const { series, tail, dropped } = stored
  if (!cursor) return tail.n === 0 || (dropped.series === series && dropped.n >= tail.n) ? null : 'log.corrupt'
  const key: IDBValidKey = cursor.key
  if (indexedDB.cmp(key, [series, tail.n]) > 0) return 'log.behind'
  if (tail.n === 0) return null
  const last: Fact = cursor.value
  return indexedDB.cmp(key, [series, tail.n]) === 0 && digestOf(last) === tail.hash ? null : 'log.corrupt'
}

function begin(transaction: IDBTransaction, tail: LogTail, series: number, before?: StoredTail): void {
  const stored: StoredTail = { tail, series, dropped: before?.dropped ?? { series: 0, n: 0 } }
  transaction.objectStore(META).put(stored, TAIL)
  transaction.objectStore(SERIES).add(series, tail.incarnation)
}

interface GroupedAppend {
  (drafts: readonly FactDraft[]): Promise<readonly Fact[]>
  /** Waits for what is under way. */
  settled(): Promise<void>
}

/** Appends that come while one is being flushed go together into the next transaction. */
function groupAppends(database: IDBDatabase): GroupedAppend {
  let waiting: WaitingAppend[] = []
  let flushing: Promise<void> | null = null

  async function flushAll(): Promise<void> {
    while (waiting.length > 0) {
      const group = waiting
      waiting = []
      try {
        const outcomes = await appendGroup(database, group)
        group.forEach((append, index) => {
          const outcome = outcomes[index]
          if (outcome?.status === 'fulfilled') append.resolve(outcome.value)
          else append.reject(outcome?.reason)
        })
      } catch (reason) {
        for (const append of group) append.reject(reason)
      }
    }
    flushing = null
  }

  const append = (drafts: readonly FactDraft[]) =>
    new Promise<readonly Fact[]>((resolve, reject) => {
      waiting.push({ drafts, resolve, reject })
      flushing ??= flushAll()
    })
  return Object.assign(append, { settled: async () => (await flushing) ?? undefined })
}

type Chained = PromiseSettledResult<readonly Fact[]>

/** Each append behind the one before; drafts that cannot be chained stop only their own append. */
function chainGroup(
  before: LogTail,
  group: readonly WaitingAppend[],
): { readonly tail: LogTail; readonly chained: readonly Chained[] } {
  let tail = before
  const chained = group.map(({ drafts }): Chained => {
    try {
      const next = chainFacts(tail, drafts)
      tail = next.tail
      return { status: 'fulfilled', value: next.facts }
    } catch (reason) {
      return { status: 'rejected', reason }
    }
  })
  return { tail, chained }
}

async function appendGroup(database: IDBDatabase, group: readonly WaitingAppend[]): Promise<readonly Chained[]> {
  const transaction = writing(database)
  const done = transactionDone(transaction)
  try {
    const stored = await requestResult(storedTail(transaction))
    const { tail, chained } = chainGroup(stored.tail, group)
    const store = transaction.objectStore(FACTS)
    const facts = chained.flatMap((each) => (each.status === 'fulfilled' ? each.value : []))
    for (const fact of facts) store.add(fact, [stored.series, fact.n])
    transaction.objectStore(META).put({ ...stored, tail } satisfies StoredTail, TAIL)
    transaction.commit()
    await done
    return chained
  } catch (reason) {
    abandon(transaction)
    // How it ended is known: what made it end is the reason to give.
    await done.catch(() => undefined)
    throw reason
  }
}

/** Facts without the tail that goes with them would read as a broken log: nothing of a failed transaction may stay. */
function abandon(transaction: IDBTransaction): void {
  try {
    transaction.abort()
  } catch (reason) {
    // It has ended already, and by itself: with an error it has taken everything back.
    if (!(reason instanceof DOMException && reason.name === 'InvalidStateError')) throw reason
  }
}

async function readFacts(database: IDBDatabase, after: LogPlace | null, limit: number): Promise<readonly Fact[]> {
  const transaction = database.transaction([FACTS, SERIES])
  const series = after
    ? await requestResult<number | undefined>(transaction.objectStore(SERIES).get(after.incarnation))
    : undefined
  const from = after && series !== undefined ? IDBKeyRange.lowerBound([series, after.n], true) : null
  return requestResult<Fact[]>(transaction.objectStore(FACTS).getAll(from, limit))
}

async function startIncarnation(database: IDBDatabase, incarnation: IncarnationId): Promise<LogTail> {
  const transaction = writing(database)
  const done = transactionDone(transaction)
  const stored = await requestResult(storedTail(transaction))
  const tail = startLog(stored.tail.terminal, incarnation, stored.tail.hash)
  begin(transaction, tail, stored.series + 1, stored)
  await done
  return tail
}

async function dropThrough(database: IDBDatabase, place: LogPlace): Promise<void> {
  const transaction = writing(database)
  const done = transactionDone(transaction)
  const series = await requestResult<number | undefined>(transaction.objectStore(SERIES).get(place.incarnation))
  if (series !== undefined) {
    const stored = await requestResult(storedTail(transaction))
    transaction.objectStore(FACTS).delete(IDBKeyRange.upperBound([series, place.n]))
    transaction.objectStore(META).put({ ...stored, dropped: { series, n: place.n } } satisfies StoredTail, TAIL)
  }
  await done
}
