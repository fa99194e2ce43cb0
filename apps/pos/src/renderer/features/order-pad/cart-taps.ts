import {
  invariant,
  type IdSource,
  type JsonObject,
  type OrderId,
  type Quantity,
  type TerminalId,
} from '@orderez/core/kernel'
import type { Cart } from '@orderez/core/carts'
import {
  cartToFill,
  thousandthsOf,
  withCount,
  withOneMore,
  withoutPlace,
  withWeight,
  withWishes,
  type LineWishes,
  type TakenBack,
  type UnsentLine,
  type Weight,
} from './cart-lines.ts'
import { lineOfDish, linesOfSet, type DishRequest } from './line-of-dish.ts'
import type { RepeatedLine } from './repeat-round.ts'

/** Makes one cart of an order anew; null leaves all as they are. It is asked more than once, and gets the same new ids each time. */
export type CartTap = (carts: readonly JsonObject[], ids: IdSource) => Cart | null

/** What can be done with the unsent lines of an order, each as a change that `tap` takes. */
export function cartTaps(order: OrderId, terminal: TerminalId, tap: (change: CartTap) => void) {
  return {
    add(asked: DishRequest): void {
      tap((known, ids) => withDish(cartToFill(known, order, ids), asked, thousandthsOf(asked.weight), terminal, ids))
    },
    repeat(again: readonly RepeatedLine[]): void {
      if (again.length === 0) return
      tap((known, ids) =>
        again.reduce((cart, line) => withDish(cart, line, line.quantity, terminal, ids), cartToFill(known, order, ids)),
      )
    },
    changeCount: (line: UnsentLine, delta: number): void => changeCounts([[line, delta]], terminal, tap),
    changeLine(changed: UnsentLine, wishes: LineWishes, back: TakenBack = { seat: false, course: false }): void {
      const { cart, line, quantity } = changed
      tap((known, ids) =>
        mapped(known, cart.id, (now) => {
          const wished = withWishes(now, line.id, wishes)
          const latest = wished.lines[line.id]
          if (!latest || !(back.seat || back.course)) return wished
          return withoutPlace(wished, { line: latest, quantity }, back, ids, terminal)
        }),
      )
    },
    /** The same number of it, chosen otherwise. */
    swap({ cart, line, quantity }: UnsentLine, asked: DishRequest): void {
      tap((known, ids) =>
        mapped(known, cart.id, (now) =>
          withDish(withCount(now, line.id, terminal, -quantity), asked, quantity, terminal, ids),
        ),
      )
    },
    weigh(line: UnsentLine, weight: Weight): void {
      tap((known, ids) =>
        mapped(known, line.cart.id, (now) => withWeight(now, line, { id: ids.next('line'), weight }, terminal)),
      )
    },
    /** Takes lines out; gives back the way to put them in again. */
    clear(taken: readonly UnsentLine[]): () => void {
      const counts = (sign: 1 | -1) => taken.map((line) => [line, sign * line.quantity] as const)
      changeCounts(counts(-1), terminal, tap)
      return () => changeCounts(counts(1), terminal, tap)
    },
  }
}

function withDish(cart: Cart, asked: DishRequest, quantity: Quantity, terminal: TerminalId, ids: IdSource): Cart {
  const line = lineOfDish(asked, ids)
  invariant(line.ok, 'the sheet lets only whole choices through')
  const dishes = linesOfSet(line.value, asked, ids)
  invariant(dishes.ok, 'the sheet lets only whole choices through')
  return withOneMore(cart, line.value, terminal, quantity, dishes.value)
}

/** Only this terminal's own counts change: what somebody else taps meanwhile stays. */
function changeCounts(
  changes: readonly (readonly [UnsentLine, number])[],
  terminal: TerminalId,
  tap: (change: CartTap) => void,
): void {
  for (const [id, ofCart] of Map.groupBy(changes, ([{ cart }]) => cart.id))
    tap((known) =>
      mapped(known, id, (now) =>
        ofCart.reduce((cart, [{ line }, delta]) => withCount(cart, line.id, terminal, delta), now),
      ),
    )
}

/** The named cart made another; null where it is not there. */
export function mapped(carts: readonly JsonObject[], id: Cart['id'], to: (cart: Cart) => Cart): Cart | null {
  const found = carts.find((cart): cart is JsonObject & Cart => cart['id'] === id)
  return found ? to(found) : null
}
