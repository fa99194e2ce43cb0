/** How often each thing was exercised: operations, faults, contradictions, refusals, things looked at by each check. */
export interface Tally {
  add(name: string, count?: number): void
  counts(): Readonly<Record<string, number>>
}

export function createTally(): Tally {
  const counts = new Map<string, number>()
  return {
    add(name, count = 1) {
      if (count > 0) counts.set(name, (counts.get(name) ?? 0) + count)
    },
    counts: () => Object.fromEntries([...counts].toSorted(([a], [b]) => (a < b ? -1 : 1))),
  }
}
