import { THOUSANDTHS, type JsonObject, type LineId, type OrderId, type Quantity } from '../kernel/index.ts'
import type { OrderState } from '../orders/index.ts'
import { cartQuantity, type Cart, type CartLine } from './cart.ts'
import { sentLineId } from './sent-line-id.ts'

/** The carts of an order among stored documents; what was deleted is none. */
export function cartsOfOrder(documents: readonly JsonObject[], order: OrderId): readonly Cart[] {
  return documents.filter(
    (cart): cart is JsonObject & Cart => cart['kind'] === 'cart' && cart['deleted'] !== true && cart['order'] === order,
  )
}

/** A line that the kitchen has not been told of, and the cart that holds it. */
export interface UnsentLine {
  readonly cart: Cart
  readonly line: CartLine
  /** Thousandths; of a line that was sent with less, what was asked for since. */
  readonly quantity: Quantity
  /** Thousandths of it already sent, in its own line and in those for what was asked beyond that. */
  readonly sent: Quantity
}

/**
 * What is not sent yet, in the order in which it was first tapped. Another tablet may have added to a cart while it was being sent: that
 * is left over and shows again. A cart whose round has not arrived here is on its way and shows nothing.
 */
export function unsentLines(carts: readonly JsonObject[], order: OrderState): readonly UnsentLine[] {
  const rounds = new Set(order.rounds.map((round) => round.round))
  return cartsOfOrder(carts, order.id)
    .filter((cart) => (cart.sentRound ? rounds.has(cart.sentRound) : !cart.ended))
    .flatMap((cart) => Object.values(cart.lines).map((line) => unsentLine(cart, line, order)))
    .filter(({ quantity }) => quantity > 0)
    .toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
}

/** By the time of the first tap; the dishes of a set meal follow it, whatever ids they go on under. */
function placeOf({ line }: UnsentLine): string {
  return line.parent === undefined ? line.id : `${line.parent} ${line.id}`
}

function unsentLine(cart: Cart, line: CartLine, order: OrderState): UnsentLine {
  // There are as many of a set meal's dishes as of the set.
  const counted = line.parent === undefined ? line : cart.lines[line.parent]
  const asked = counted ? cartQuantity(counted) : 0
  let sent = sentAs(line.id, order)
  // Counts go up and down by whole ones, so each part was sent after a whole number of them, on whichever tablet.
  if (sent > 0 && sent < asked)
    for (let after = THOUSANDTHS; after < asked; after += THOUSANDTHS) sent += sentAs(sentLineId(line.id, after), order)
  return { cart, line, quantity: asked - sent, sent }
}

function sentAs(line: LineId, order: OrderState): Quantity {
  const known = order.lines.get(line)
  if (!known) return 0
  // What it weighed on the scales later is not what was asked for.
  const { content, units, unitQuantity } = known
  return content.unit === 'piece' ? units.length * unitQuantity : content.quantity
}
