import { jsonEquals, type JsonObject } from '@orderez/core/kernel'
import type { LiveValue } from './live-value.ts'

export type Carts = readonly JsonObject[]

/** What a change makes of carts: the one cart that becomes another, or null for none. Made again of the same carts, it is the same. */
type Made = (carts: Carts) => (JsonObject & { readonly id: string }) | null

/** An order's carts as its screens show them: those stored, under the changes on their way to the store. */
export interface ShownCarts {
  readonly live: LiveValue<Carts>
  /** From now on the change is shown. */
  begin(change: Made): void
  /** It is being written over these carts. What the live query says until it is over may have the change in it or not. */
  write(carts: Carts): void
  /** Stored or given up; `carts` are those stored now, null where that could not be read. */
  end(change: Made, carts: Carts | null): void
}

export function createShownCarts(stored: LiveValue<Carts>): ShownCarts {
  const listeners = new Set<() => void>()
  let waiting: readonly Made[] = []
  let base: Carts | null = null
  let shown: Carts | null = null
  let writing = false
  let unfollow: (() => void) | null = null

  function show(): void {
    const next = base && waiting.reduce(changed, base)
    // What is stored is mostly what is shown already: then nothing is drawn again.
    if (jsonEquals(next, shown)) return
    shown = next
    for (const listener of listeners) listener()
  }

  function follow(): void {
    if (writing) return
    base = stored.get()
    show()
  }

  function subscribe(listener: () => void): () => void {
    if (!unfollow) {
      unfollow = stored.subscribe(follow)
      follow()
    }
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
      if (listeners.size > 0) return
      unfollow?.()
      unfollow = null
    }
  }

  return {
    live: { get: () => (unfollow || waiting.length > 0 ? shown : stored.get()), subscribe },
    begin(change) {
      if (waiting.length === 0) base = stored.get()
      waiting = [...waiting, change]
      show()
    },
    write(carts) {
      writing = true
      base = carts
      show()
    },
    end(change, carts) {
      writing = false
      waiting = waiting.filter((each) => each !== change)
      base = carts ?? stored.get()
      show()
    },
  }
}

function changed(carts: Carts, change: Made): Carts {
  const next = made(carts, change)
  if (!next) return carts
  const isKnown = carts.some(({ id }) => id === next.id)
  return isKnown ? carts.map((cart) => (cart['id'] === next.id ? next : cart)) : [...carts, next]
}

function made(carts: Carts, change: Made): ReturnType<Made> {
  try {
    return change(carts)
  } catch {
    // Whoever asked for it hears of it when its turn comes.
    return null
  }
}
