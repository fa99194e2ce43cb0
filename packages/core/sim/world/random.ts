/** Seeded chance. Everything that varies in a simulated run is drawn from one of these, so that a seed is the whole run. */
export interface Random {
  /** In [0, 1). */
  next(): number
  /** A whole number from `min` to `max`, both included. */
  int(min: number, max: number): number
  chance(probability: number): boolean
  /** One of the items; fails on an empty list. */
  pick<T>(items: readonly T[]): T
  /** A random part of the items, in their order, at least `min` of them (or all, where there are fewer). */
  some<T>(items: readonly T[], min: number): T[]
  /** One key, each as likely as its weight. */
  weighted<K extends string>(weights: Readonly<Partial<Record<K, number>>>): K
  bytes(length: number): Uint8Array
  /** An independent stream: drawing more from one never shifts what another gives. */
  fork(label: string): Random
}

const UINT32 = 2 ** 32

/** sfc32 over a seed and the path of labels that led here. */
export function createRandom(seed: number, path = ''): Random {
  const uint32 = sfc32(seed, path)
  const next = () => uint32() / UINT32
  const int = (min: number, max: number) => min + Math.floor(next() * (max - min + 1))
  function pick<T>(items: readonly T[]): T {
    if (items.length === 0) throw new Error('nothing to pick from')
    return items[int(0, items.length - 1)] as T
  }
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick,
    some<T>(items: readonly T[], min: number): T[] {
      const wanted = int(Math.min(min, items.length), items.length)
      const keys = items.map((item, index) => ({ item, index, key: next() })).toSorted((a, b) => a.key - b.key)
      return keys
        .slice(0, wanted)
        .toSorted((a, b) => a.index - b.index)
        .map(({ item }) => item)
    },
    weighted<K extends string>(weights: Readonly<Partial<Record<K, number>>>): K {
      const entries = Object.entries<number | undefined>(weights) as [K, number | undefined][]
      let rest = next() * entries.reduce((sum, [, weight]) => sum + (weight ?? 0), 0)
      for (const [key, weight] of entries) {
        rest -= weight ?? 0
        if (rest < 0) return key
      }
      return pick(entries)[0]
    },
    bytes: (length) => Uint8Array.from({ length }, () => uint32() & 0xff),
    fork: (label) => createRandom(seed, `${path}/${label}`),
  }
}

function sfc32(seed: number, path: string): () => number {
  let a = seed >>> 0
  let b = Math.floor(seed / UINT32) >>> 0
  let c = 0x9e3779b9
  for (const character of path) c = Math.imul(c ^ character.charCodeAt(0), 0x01000193) >>> 0
  let counter = 1
  function step(): number {
    const sum = (a + b + counter++) >>> 0
    a = (b ^ (b >>> 9)) >>> 0
    b = (c + (c << 3)) >>> 0
    c = ((c << 21) | (c >>> 11)) >>> 0
    c = (c + sum) >>> 0
    return sum
  }
  for (let round = 0; round < 16; round++) step()
  return step
}
