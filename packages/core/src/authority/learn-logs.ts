import type { EpochMs, JsonObject } from '../kernel/index.ts'
import type { DeadLetter } from '../inbox/index.ts'
import type { FindPage, StoredDocument } from '../sync/index.ts'
import type { AuthorityPorts } from './authority-ports.ts'
import type { LogBook } from './log-book.ts'
import { openOrder } from './stored-order.ts'
import { openRecord } from './stored-record.ts'

const PAGE = 100
const DAY_MS = 86_400_000
/** How far back a start looks for what terminals have said. */
const WINDOW_DAYS = 14

/**
 * A14: fills the log book from what is stored. At start: orders in which something was said or judged in the last 14 days, and the letters
 * of that time. A terminal that was away for longer is looked up among everything, once, before anything is concluded from its absence.
 */
export interface LogLearner {
  learnRecent(): Promise<void>
  learnEverything(): Promise<void>
  /** Others have changed the store: what terminals said to another server may have come. */
  outdate(): void
}

export function createLogLearner(ports: Pick<AuthorityPorts, 'store' | 'clock'>, logs: LogBook): LogLearner {
  const { store } = ports
  /** The one reading of all; null before it, and when something may have come since. */
  let everything: Promise<void> | null = null

  /** A log is judged in the order of its numbers, so everything behind the first one judged since `from` has been judged since. */
  function learnOrder(stored: StoredDocument, from: EpochMs): void {
    const { facts, verdicts } = openOrder(stored.id, stored)
    for (const fact of Object.values(facts)) {
      logs.learn(fact)
      if ((verdicts[fact.id]?.receivedAt ?? 0) >= from) logs.trustBelow(fact)
    }
  }

  function learnInbox(stored: StoredDocument): void {
    const { document } = openRecord(stored)
    if (document['kind'] !== 'deadLetter') return
    const { place, terminal } = document as JsonObject as DeadLetter
    if (!place) return
    logs.learnLetter({ terminal, ...place })
    logs.trustBelow({ terminal, ...place })
  }

  async function since(
    from: EpochMs,
    collection: 'orders' | 'inbox',
    field: string,
    learn: (stored: StoredDocument) => void,
  ): Promise<void> {
    for (let bookmark: string | null = null; ;) {
      const page: FindPage = await store.find(collection, {
        field,
        from,
        limit: PAGE,
        ...(bookmark !== null && { bookmark }),
      })
      page.documents.forEach(learn)
      bookmark = page.bookmark
      if (bookmark === null) return
    }
  }

  async function all(collection: 'orders' | 'inbox', learn: (stored: StoredDocument) => void): Promise<void> {
    for (let after: string | null = null; ;) {
      const page = await store.list(collection, after, PAGE)
      page.forEach(learn)
      after = page.at(-1)?.id ?? null
      if (page.length < PAGE) return
    }
  }

  async function learnAll(): Promise<void> {
    await all('orders', (stored) => learnOrder(stored, 0))
    await all('inbox', learnInbox)
    logs.trustNothing()
  }

  return {
    async learnRecent() {
      const from = ports.clock.now() - WINDOW_DAYS * DAY_MS
      await since(from, 'orders', 'updatedAt', (stored) => learnOrder(stored, from))
      await since(from, 'inbox', 'at', learnInbox)
    },
    outdate() {
      everything = null
    },
    learnEverything() {
      if (everything) return everything
      const learning = learnAll().catch((error: unknown) => {
        if (everything === learning) everything = null
        throw error
      })
      everything = learning
      return learning
    },
  }
}
