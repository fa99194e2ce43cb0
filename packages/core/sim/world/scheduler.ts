/**
 * Virtual time. Nothing in a simulated run waits for the real clock: every delay is an event here, and between two events all
 * promises that can go on do so. The order of events is a function of the seed alone.
 */
export interface Scheduler {
  /** Milliseconds of virtual time since the world began. */
  now(): number
  /** Runs `task` after `ms` of virtual time; the returned function cancels it. */
  after(ms: number, task: () => void): () => void
  /** Runs everything that is due until `ms` from now and leaves the clock there. */
  advance(ms: number): Promise<void>
  /** Events run so far. */
  readonly events: number
}

interface Due {
  readonly at: number
  readonly order: number
  task: (() => void) | null
}

export function createScheduler(): Scheduler {
  const heap: Due[] = []
  let now = 0
  let order = 0
  let events = 0

  return {
    now: () => now,
    after(ms, task) {
      const event: Due = { at: now + Math.max(0, ms), order: order++, task }
      push(heap, event)
      return () => {
        event.task = null
      }
    },
    async advance(ms) {
      const until = now + ms
      await promisesSettled()
      for (let next = heap[0]; next && next.at <= until; next = heap[0]) {
        pop(heap)
        if (!next.task) continue
        now = next.at
        events += 1
        next.task()
        await promisesSettled()
      }
      now = until
    },
    get events() {
      return events
    },
  }
}

/** All promise reactions that can run have run: they go before the next turn of the event loop. */
function promisesSettled(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve)
  })
}

function isBefore(a: Due, b: Due): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order)
}

function push(heap: Due[], event: Due): void {
  let index = heap.length
  heap.push(event)
  while (index > 0) {
    const parent = (index - 1) >> 1
    const above = heap[parent] as Due
    if (!isBefore(event, above)) break
    heap[index] = above
    index = parent
  }
  heap[index] = event
}

function pop(heap: Due[]): void {
  const last = heap.pop()
  if (!last || heap.length === 0) return
  let index = 0
  for (;;) {
    let child = 2 * index + 1
    const left = heap[child]
    if (!left) break
    const right = heap[child + 1]
    if (right && isBefore(right, left)) child += 1
    const smallest = heap[child] as Due
    if (!isBefore(smallest, last)) break
    heap[index] = smallest
    index = child
  }
  heap[index] = last
}
