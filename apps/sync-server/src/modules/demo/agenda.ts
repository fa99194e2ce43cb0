import type { EpochMs } from '@orderez/core/kernel'

interface Entry {
  readonly at: EpochMs
  readonly turn: number
  readonly act: () => Promise<void>
}

/** What simulated people are going to do, by time and then by when it was planned. */
export interface Agenda {
  plan(at: EpochMs, act: () => Promise<void>): void
  /** Takes the next thing that is due; null where nothing is. */
  take(now: EpochMs): (() => Promise<void>) | null
  /** Everything that is planned happens sooner or later than it would have, by a factor. */
  rescale(now: EpochMs, factor: number): void
  clear(): void
}

export function createAgenda(): Agenda {
  let entries: Entry[] = []
  let turns = 0
  return {
    plan(at, act) {
      entries.push({ at, turn: (turns += 1), act })
      entries.sort((a, b) => a.at - b.at || a.turn - b.turn)
    },
    take(now) {
      const [first] = entries
      if (!first || first.at > now) return null
      entries.shift()
      return first.act
    },
    rescale(now, factor) {
      entries = entries.map((entry) => ({ ...entry, at: now + (entry.at - now) * factor }))
    },
    clear() {
      entries = []
    },
  }
}
