/** The engine was stopped while something was under way; whoever sees it ends quietly. */
export class LifeOverError extends Error {
  override readonly name = 'LifeOverError'
}

/**
 * One run of the engine, from start to stop (E12). Work on log and store goes through `local`: once the life is over no new work
 * begins, and `end` waits for what had begun. Waiting for the network is not local: its answer comes too late and is dropped.
 */
export interface Life {
  readonly alive: boolean
  local<T>(work: () => Promise<T>): Promise<T>
  end(): Promise<void>
}

export function createLife(): Life {
  let alive = true
  const underWay = new Set<Promise<unknown>>()

  return {
    get alive() {
      return alive
    },
    async local(work) {
      if (!alive) throw new LifeOverError('the engine was stopped')
      const result = work()
      underWay.add(result)
      try {
        return await result
      } finally {
        underWay.delete(result)
      }
    },
    async end() {
      alive = false
      await Promise.allSettled(underWay)
    },
  }
}
