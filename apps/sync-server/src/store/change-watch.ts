import type { ChangedBy } from '@orderez/core/sync'
import type { CouchClient } from './couch-client.ts'
import { changesAnswer, databaseAnswer, expectAnswer, updatesBefore } from './couch-wire.ts'

const HEARTBEAT_MS = 20_000
/** Own writes are signalled at once; what replication brings may wait this long, and is gathered meanwhile. */
const GATHER_MS = 200
const RETRY_MS = 1_000
const LONG_POLL_MS = 3_600_000

export interface ChangeWatch {
  add(onChange: (by: ChangedBy) => void): () => void
  /** Runs a write of this process: what it stored is signalled when it returns, not a second time when the feed shows it. */
  during<T>(write: () => Promise<{ readonly result: T; readonly stored: number }>): Promise<T>
  close(): void
}

/** One long poll per watched database, open only while somebody watches. */
export function createChangeWatch(client: CouchClient, database: string): ChangeWatch {
  const listeners = new Set<(by: ChangedBy) => void>()
  const writing = new Set<Promise<unknown>>()
  /** Own writes that the feed has not shown yet. The feed is ahead of them by exactly the changes of others. */
  let unseen = 0
  let feed: AbortController | null = null

  function signal(by: ChangedBy): void {
    for (const listener of listeners) listener(by)
  }

  /** Counting cannot miss a change of others: one that is taken for an own write leaves that one to be taken for theirs. */
  function shown(updates: number): void {
    const others = updates > unseen
    unseen = others ? 0 : unseen - updates
    if (others) signal('others')
  }

  async function follow(stop: AbortSignal): Promise<void> {
    let since: string | null = null
    let late = false
    while (!stop.aborted) {
      try {
        if (since === null) {
          since = await newest(client, database, stop)
          unseen = 0
          if (late) signal('others')
        }
        const seq = await nextChange(client, database, since, stop)
        // The feed may be quicker than the answer of the write it shows.
        await Promise.allSettled(writing)
        if (!stop.aborted) shown(updatesBefore(seq) - updatesBefore(since))
        since = seq
        await pause(GATHER_MS, stop)
      } catch {
        // Unreachable or restarting: callers see that at their own requests, and the feed goes on where it was.
        late = true
        await pause(RETRY_MS, stop)
      }
    }
  }

  function close(): void {
    feed?.abort()
    feed = null
    listeners.clear()
  }

  return {
    add(onChange) {
      const listener = (by: ChangedBy): void => onChange(by)
      listeners.add(listener)
      if (feed === null) {
        feed = new AbortController()
        void follow(feed.signal)
      }
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) close()
      }
    },
    async during(write) {
      const run = write()
      writing.add(run)
      try {
        const { result, stored } = await run
        unseen += stored
        if (stored > 0) signal('us')
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

async function nextChange(client: CouchClient, database: string, since: string, signal: AbortSignal): Promise<string> {
  const query = { feed: 'longpoll', since, heartbeat: HEARTBEAT_MS }
  const ask = { method: 'GET', database, path: '_changes', query, signal, timeoutMs: LONG_POLL_MS } as const
  return expectAnswer(await client.request(ask), changesAnswer, `watch ${database}`).last_seq
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
