import type { StepEnd } from './worker.ts'

export interface CollectionSync {
  /** The server has something new, or may have. */
  want(): void
  step(): Promise<StepEnd>
}

/**
 * One edited collection: what is pending goes first, then what the server has. One after the other within one worker, so that no pull
 * overlaps a push in flight and brings back what the push has just changed (E7).
 */
export function createCollectionSync(push: () => Promise<StepEnd>, pull: () => Promise<StepEnd>): CollectionSync {
  let wanted = false

  async function pullAll(): Promise<StepEnd> {
    if (!wanted) return 'idle'
    wanted = false
    let end: StepEnd
    do end = await pull()
    while (end === 'again')
    if (end !== 'idle') wanted = true
    return end
  }

  return {
    want() {
      wanted = true
    },
    async step() {
      const pushed = await push()
      if (pushed === 'again') return 'again'
      // A push that fails does not keep the pull waiting through its pauses.
      const pulled = await pullAll()
      return pulled === 'idle' ? pushed : pulled
    },
  }
}
