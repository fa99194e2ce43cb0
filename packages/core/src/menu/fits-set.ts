import type { DishId, Money } from '../kernel/index.ts'
import type { SetPart } from './dish.ts'

/** A dish taken in a set meal and what it adds to the set's price. */
export interface SetChoice {
  readonly dish: DishId
  readonly extra: Money
}

/** What a dish may add in any part of a set meal; empty where no part offers it. */
export function extrasOf(parts: readonly SetPart[], dish: DishId): readonly Money[] {
  return parts.flatMap(({ choices }) => choices.filter((choice) => choice.dish === dish).map(({ extra }) => extra))
}

/**
 * Whether the dishes taken fill the parts of a set meal: each stands in one part that offers it at that extra, no part has more than its
 * `max` nor one dish twice, and none has fewer than its `min`. Which dish stands in which part is for nobody to say: any way that fits does.
 */
export function fitsSet(parts: readonly SetPart[], chosen: readonly SetChoice[]): boolean {
  const room = parts.map(({ max }) => max)
  const wanted = parts.map(({ min }) => min)
  // Everything taken fits somewhere, and everything wanted is taken: then both hold at once (Mendelsohn and Dulmage).
  return placed(parts, chosen, room) === chosen.length && placed(parts, chosen, wanted) === wanted.reduce(sum, 0)
}

function sum(a: number, b: number): number {
  return a + b
}

/** How many of the dishes can stand in parts with so much room, by augmenting paths. */
function placed(parts: readonly SetPart[], chosen: readonly SetChoice[], room: readonly number[]): number {
  const standing: number[][] = parts.map(() => [])
  const offers = ({ choices }: SetPart, { dish, extra }: SetChoice) =>
    choices.some((choice) => choice.dish === dish && choice.extra === extra)

  function place(index: number, tried: Set<number>): boolean {
    const choice = chosen[index]
    if (!choice) return false
    for (const [at, part] of parts.entries()) {
      if (tried.has(at) || !offers(part, choice)) continue
      tried.add(at)
      const there = standing[at] ?? []
      const twin = there.find((other) => chosen[other]?.dish === choice.dish)
      if (twin === undefined && there.length < (room[at] ?? 0)) {
        there.push(index)
        return true
      }
      for (const other of twin === undefined ? there : [twin]) {
        if (!place(other, tried)) continue
        there[there.indexOf(other)] = index
        return true
      }
    }
    return false
  }

  return chosen.filter((_, index) => place(index, new Set())).length
}
