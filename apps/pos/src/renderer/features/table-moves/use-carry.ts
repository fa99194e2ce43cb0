import { cartCarried, carriedCartId, carriedLineId, cartWithout, unsentLines, type Cart } from '@orderez/core/carts'
import type { JsonObject, LineId, OrderId } from '@orderez/core/kernel'
import { useTerminal } from '../../data/index.ts'
import { usePerson } from '../../state/index.ts'

/** Takes unsent dishes along to the order that bears the bill: all of them, or those named. Gives their ids there. */
export type Carry = (from: OrderId, to: OrderId, only?: ReadonlySet<LineId>) => Promise<ReadonlySet<LineId>>

/** Unsent dishes of an order that was merged away would be seen by nobody: they go along. */
export function useCarry(): Carry {
  const { queries, changeCart } = useTerminal()
  const { person } = usePerson()
  return async (from, to, only) => {
    const order = await queries.readOrder(from)
    if (!order) return new Set()
    const unsent = unsentLines(await queries.readCarts(from), order)
    const lines = only ? unsent.filter(({ line }) => only.has(line.id)) : unsent
    for (const [id, ofCart] of Map.groupBy(lines, ({ cart }) => cart.id)) {
      const taken = new Set(ofCart.map(({ line }) => line.id))
      await changeCart(to, (carts) => stored(cartCarried(ofCart, to, cartOf(carts, carriedCartId(id, to)))), person.id)
      await changeCart(from, (carts) => without(cartOf(carts, id), taken), person.id)
    }
    return new Set(lines.map((each) => carriedLineId(each, to)))
  }
}

function cartOf(carts: readonly JsonObject[], id: Cart['id']): Cart | null {
  return carts.find((cart): cart is JsonObject & Cart => cart['id'] === id) ?? null
}

function without(cart: Cart | null, lines: ReadonlySet<LineId>) {
  return cart && stored(cartWithout(cart, lines))
}

function stored(cart: Cart | null) {
  return cart && { ...cart }
}
