import type { IdSource, JsonObject, OrderId, PersonId } from '@orderez/core/kernel'
import type { LiveValue } from './live-value.ts'
import { onceEach } from './once-each.ts'
import { replayedIds } from './replayed-ids.ts'
import { createShownCarts, type Carts } from './shown-carts.ts'

type Stored = JsonObject & { readonly id: string }

/**
 * Makes the cart to store of those that are stored now; null leaves them as they are. It is made more than once: for the screen, and of
 * what the changes before have left; new ids come from `ids`, which gives the same ones each time.
 */
export type CartChange = (carts: Carts, ids: IdSource) => Stored | null

interface CartChangeParts {
  readonly ids: IdSource
  read(order: OrderId): Promise<Carts>
  /** Follows what `read` gives, and never falls behind what was read. */
  live(order: OrderId): LiveValue<Carts>
  edit(next: Stored, person: PersonId): Promise<void>
  /** Runs the task while no other window of this terminal runs one for the same order. */
  alone(order: OrderId, task: () => Promise<void>): Promise<void>
}

interface CartChanges {
  /** The order's carts with all that was asked for, at once; what could not be saved is taken back. */
  shown(order: OrderId): LiveValue<Carts>
  change(order: OrderId, change: CartChange, person: PersonId): Promise<void>
  /** Resolves when what this window was asked for before has been stored, or has failed. */
  settled(order: OrderId): Promise<void>
}

/**
 * Changes to an order's carts are shown at once and taken one after the other, each on what the one before left in the store, whichever
 * screen asks. One that fails rejects for its own caller and does not hold up the next.
 */
export function createCartChanges({ ids, read, live, edit, alone }: CartChangeParts): CartChanges {
  const shownOf = onceEach((order: OrderId) => createShownCarts(live(order)))
  const last = new Map<OrderId, Promise<void>>()

  function change(order: OrderId, asked: CartChange, person: PersonId): Promise<void> {
    const shown = shownOf(order)
    const same = replayedIds(ids)
    const made = (carts: Carts) => asked(carts, same())
    shown.begin(made)
    const write = async () => {
      const now = await read(order)
      shown.write(now)
      const next = made(now)
      if (next) await edit(next, person)
    }
    const left = () => read(order).catch(() => null)
    const take = async () => {
      try {
        await alone(order, write)
      } finally {
        shown.end(made, await left())
      }
    }
    const before = last.get(order) ?? Promise.resolve()
    const taken = before.then(take)
    const over = taken.then(leave, leave)
    last.set(order, over)
    return taken

    function leave(): void {
      if (last.get(order) === over) last.delete(order)
    }
  }

  return { change, shown: (order) => shownOf(order).live, settled: async (order) => last.get(order) }
}

/** Where the browser has no locks (no secure context), windows are not kept apart; one window's changes are in line all the same. */
export async function aloneAmongWindows(name: string, task: () => Promise<void>): Promise<void> {
  await ('locks' in navigator ? navigator.locks.request(name, task) : task())
}
