import type { CouchClient } from './couch-client.ts'
import { changesAnswer, databaseAnswer, expectAnswer } from './couch-wire.ts'

const HEARTBEAT_MS = 20_000
/** Own writes are signalled at once; what replication brings may wait this long, and is gathered meanwhile. */
const GATHER_MS = 200
const RETRY_MS = 1_000

export interface ChangeWatch {
  add(onChange: () => void): () => void
  /** Runs a write of this process: its changes are signalled when it returns, not a second time when the feed shows them. */
  during<T>(write: () => Promise<{ readonly result: T; readonly revs: readonly string[] }>): Promise<T>
  close(): void
}

/** One long poll per watched database, open only while somebody watches. */
export function createChangeWatch(client: CouchClient, database: string): ChangeWatch {
  const listeners = new Set<() => void>()
  const ownRevs = new Set<string>()
  const writing = new Set<Promise<unknown>>()
  let feed: AbortController | null = null

  function signal(): void {
    for (const listener of listeners) listener()
  }

  async function follow(stop: AbortSignal): Promise<void> {
    let since: string | null = null
    while (!stop.aborted) {
      try {
        since ??= await newest(client, database, stop)
        const { revs, seq } = await nextChanges(client, database, since, stop)
        since = seq
        // The feed may be quicker than the answer of the write it reports.
        await Promise.allSettled(writing)
        const foreign = revs.filter((rev) => !ownRevs.delete(rev))
        if (foreign.length > 0 && !stop.aborted) signal()
        await pause(GATHER_MS, stop)
      } catch {
        // Unreachable or restarting: callers see that at their own requests. What changes meanwhile is told when it is back.
        await pause(RETRY_MS, stop)
        if (!stop.aborted) signal()
      }
    }
  }

  function start(): void {
    feed = new AbortController()
    void follow(feed.signal)
  }

  function close(): void {
    feed?.abort()
    feed = null
    listeners.clear()
    ownRevs.clear()
  }

  return {
    add(onChange) {
      const listener = (): void => onChange()
      listeners.add(listener)
      if (feed === null) start()
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) close()
      }
    },
    async during(write) {
      const run = write()
      writing.add(run)
      try {
        const { result, revs } = await run
        if (listeners.size > 0) for (const rev of revs) ownRevs.add(rev)
        if (revs.length > 0) signal()
        return result
      } finally {
        writing.delete(run)
      }
    },
    close,
  }
}

async function newest(client: CouchClient, database: string, signal: AbortSignal): Promise<string> {
  const answer = await client.request({ method: 'GET', database, signal })
  return expectAnswer(answer, databaseAnswer, `watch ${database}`).update_seq
}

async function nextChanges(
  client: CouchClient,
  database: string,
  since: string,
  signal: AbortSignal,
): Promise<{ revs: string[]; seq: string }> {
  const query = { feed: 'longpoll', since, heartbeat: HEARTBEAT_MS }
  const hour = 3_600_000
  const answer = await client.request({ method: 'GET', database, path: '_changes', query, signal, timeoutMs: hour })
  const { results, last_seq } = expectAnswer(answer, changesAnswer, `watch ${database}`)
  return { revs: results.flatMap((change) => change.changes.map(({ rev }) => `${change.id} ${rev}`)), seq: last_seq }
}

function pause(ms: number, stop: AbortSignal): Promise<void> {
  if (stop.aborted) return Promise.resolve()
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer)
      stop.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    stop.addEventListener('abort', done)
  })
}
