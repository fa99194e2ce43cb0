import { err, ok, type BranchId, type JsonObject, type OrderId, type Result } from '../kernel/index.ts'
import type { LinkFailure, ServerLink } from '../sync/index.ts'
import type { Life } from './life.ts'
import type { ExchangeFailure, Session } from './session.ts'
import type { StepEnd } from './worker.ts'

export interface FetcherParts {
  readonly branch: BranchId
  readonly life: Life
  readonly link: ServerLink
  readonly session: Session
  apply(documents: readonly JsonObject[], isCurrent: () => boolean): Promise<void>
  waken(): void
}

/** E9: orders by id, outside the order of the feed: those that are here in part, and those that somebody looks up. */
export interface Fetcher {
  /** Asked for until the server has answered; what it does not have comes by the feed when it does. */
  want(orders: readonly OrderId[]): void
  /** Now or not at all. */
  fetchNow(orders: readonly OrderId[]): Promise<Result<null, LinkFailure>>
  step(): Promise<StepEnd>
}

/** The wire's limit for one request. */
const MOST_IDS = 100

export function createFetcher(parts: FetcherParts): Fetcher {
  const { life, session } = parts
  const wanted = new Set<OrderId>()

  async function fetch(ids: readonly OrderId[]): Promise<Result<null, ExchangeFailure>> {
    const answer = await session.exchange(() =>
      parts.link.fetch({ branch: parts.branch, collection: 'orders', ids: [...ids] }),
    )
    if (!answer.ok) return answer
    const asked = session.generation
    await life.local(() => parts.apply(answer.value.documents, () => asked === session.generation))
    return ok(null)
  }

  return {
    want(orders) {
      for (const order of orders) wanted.add(order)
      parts.waken()
    },
    async fetchNow(orders) {
      if (!session.settled) return err('link.offline', 'not connected')
      for (let from = 0; from < orders.length; from += MOST_IDS) {
        const ids = orders.slice(from, from + MOST_IDS)
        let fetched = await fetch(ids)
        if (!fetched.ok && fetched.code === 'link.stale' && life.alive) fetched = await fetch(ids)
        if (!fetched.ok) return { ...fetched, code: fetched.code === 'link.stale' ? 'link.offline' : fetched.code }
      }
      return ok(null)
    },
    async step() {
      if (!session.settled || wanted.size === 0) return 'idle'
      const ids = [...wanted].slice(0, MOST_IDS)
      const fetched = await fetch(ids)
      if (!life.alive) return 'idle'
      if (fetched.ok) for (const id of ids) wanted.delete(id)
      else if (fetched.code === 'link.unauthorised') return 'idle'
      else if (fetched.code !== 'link.stale') return fetched.code === 'link.rejected' ? 'slow' : 'retry'
      return wanted.size > 0 ? 'again' : 'idle'
    },
  }
}
