import type { Money } from '../kernel/index.ts'
import type { TallyOf } from './report.ts'

/** Counts and sums by key, in the order in which the keys came. */
export class Tallies<K> {
  readonly #rows = new Map<K, { count: number; amount: Money }>()

  add(of: K, count: number, amount: Money): void {
    const row = this.#rows.get(of) ?? { count: 0, amount: 0 }
    row.count += count
    row.amount += amount
    this.#rows.set(of, row)
  }

  /** The greatest amount first, equal ones by count and then as they came. */
  rows(): readonly TallyOf<K>[] {
    return [...this.#rows].map(([of, row]) => ({ of, ...row })).sort((a, b) => b.amount - a.amount || b.count - a.count)
  }
}
