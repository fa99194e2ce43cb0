import { createHash } from 'node:crypto'
import { createIdSource, invariant, type EpochMs, type IdSource } from '@orderez/core/kernel'

/** Chance that repeats: the same seed gives the same evening on every machine. */
export interface Chance {
  /** From 0 to less than 1. */
  next(): number
  /** A whole number from `least` to `most`, both possible. */
  between(least: number, most: number): number
  yes(probability: number): boolean
  pick<T>(items: readonly T[]): T
  /** An index, each as likely as its weight says. `cumulated` are running sums and never fall. */
  weighted(cumulated: readonly number[]): number
}

/** mulberry32, seeded by the hash of a text. */
export function createChance(seed: string): Chance {
  let state = createHash('sha256').update(seed).digest().readUInt32BE(0)
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const between = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1))
  return {
    next,
    between,
    yes: (probability) => next() < probability,
    pick(items) {
      invariant(items.length > 0, 'nothing to pick from')
      return items[between(0, items.length - 1)] as (typeof items)[number]
    },
    weighted(cumulated) {
      const sum = cumulated.at(-1) ?? 0
      invariant(sum > 0, 'no weights')
      const at = next() * sum
      return cumulated.findIndex((upTo) => at < upTo)
    },
  }
}

/** The same ids each time, so that what is written again is the same and no second one beside it. */
export function createSeededIds(seed: string, now: () => EpochMs): IdSource {
  let calls = 0
  return createIdSource({
    now,
    random: (bytes) =>
      createHash('sha256')
        .update(`${seed} ${(calls += 1)}`)
        .digest()
        .subarray(0, bytes),
  })
}
