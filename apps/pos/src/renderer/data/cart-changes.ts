import type { JsonObject, OrderId, PersonId } from '@orderez/core/kernel'

type Stored = JsonObject & { readonly id: string }

/** Makes the cart to store of those that are stored now; null leaves them as they are. */
export type CartChange = (carts: readonly JsonObject[]) => Stored | null

interface CartChangeParts {
  read(order: OrderId): Promise<readonly JsonObject[]>
  edit(next: Stored, person: PersonId): Promise<void>
  /** Runs the task while no other window of this terminal runs one for the same order. */
  alone(order: OrderId, task: () => Promise<void>): Promise<void>
}

/**
 * Changes to an order's carts are taken one after the other, each on what the one before left in the store, whichever screen asks. One
 * that fails rejects for its own caller and does not hold up the next.
 */
export function createCartChanges({ read, edit, alone }: CartChangeParts) {
  const last = new Map<OrderId, Promise<void>>()

  return (order: OrderId, change: CartChange, person: PersonId): Promise<void> => {
    const take = () =>
      alone(order, async () => {
        const next = change(await read(order))
        if (next) await edit(next, person)
      })
    const before = last.get(order) ?? Promise.resolve()
    const taken = before.then(take)
    const over = taken.then(leave, leave)
    last.set(order, over)
    return taken

    function leave(): void {
      if (last.get(order) === over) last.delete(order)
    }
  }
}

/** Where the browser has no locks (no secure context), windows are not kept apart; one window's changes are in line all the same. */
export async function aloneAmongWindows(name: string, task: () => Promise<void>): Promise<void> {
  await ('locks' in navigator ? navigator.locks.request(name, task) : task())
}
