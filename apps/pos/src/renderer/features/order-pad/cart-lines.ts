import { cartIdOf, cartQuantity, type Cart, type CartLine } from '@orderez/core/carts'
import {
  THOUSANDTHS,
  type IdSource,
  type JsonObject,
  type LineId,
  type OrderId,
  type Quantity,
  type RoundId,
  type TerminalId,
} from '@orderez/core/kernel'
import type { OrderState } from '@orderez/core/orders'
import { sentLineId } from './sent-line-id.ts'

function cartsOf(carts: readonly JsonObject[], order: OrderId): readonly Cart[] {
  return carts.filter(
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
  return cartsOf(carts, order.id)
    .filter((cart) => (cart.sentRound ? rounds.has(cart.sentRound) : !cart.ended))
    .flatMap((cart) => Object.values(cart.lines).map((line) => unsentLine(cart, line, order)))
    .filter(({ quantity }) => quantity > 0)
    .toSorted((a, b) => (a.line.id < b.line.id ? -1 : 1))
}

/** How much of which lines, in thousandths. */
export type Wanted = ReadonlyMap<LineId, Quantity>

/** What of the lines was meant by a tap on Send; what was tapped since stays, what was taken out since is not sent. */
export function onlyWanted(lines: readonly UnsentLine[], wanted: Wanted): readonly UnsentLine[] {
  return lines
    .map((each) => ({ ...each, quantity: Math.min(each.quantity, wanted.get(each.line.id) ?? 0) }))
    .filter(({ quantity }) => quantity > 0)
}

/** What stays in the cart when those leave. */
export function withoutWanted(lines: readonly UnsentLine[], wanted: Wanted): readonly UnsentLine[] {
  return lines
    .map((each) => {
      const leaving = Math.min(each.quantity, wanted.get(each.line.id) ?? 0)
      return { ...each, quantity: each.quantity - leaving, sent: each.sent + leaving }
    })
    .filter(({ quantity }) => quantity > 0)
}

function unsentLine(cart: Cart, line: CartLine, order: OrderState): UnsentLine {
  const asked = cartQuantity(line)
  let sent = sentAs(line.id, order)
  // Counts go up and down by whole ones, so each part was sent after a whole number of them, on whichever tablet.
  if (sent > 0 && sent < asked)
    for (let after = THOUSANDTHS; after < asked; after += THOUSANDTHS) sent += sentAs(sentLineId(line.id, after), order)
  return { cart, line, quantity: asked - sent, sent }
}

function sentAs(line: LineId, order: OrderState): Quantity {
  const known = order.lines.get(line)
  return known ? known.units.length * known.unitQuantity : 0
}

/** The cart to which the next tap adds: the order's live one, its first, or another once that has been sent. */
export function cartToFill(carts: readonly JsonObject[], order: OrderId, ids: IdSource): Cart {
  const live = cartsOf(carts, order).find((cart) => !cart.ended && !cart.sentRound)
  if (live) return live
  const first = cartIdOf(order)
  const taken = carts.some((cart) => cart['id'] === first)
  return { id: taken ? ids.next('cart') : first, kind: 'cart', v: 1, order, lines: {} }
}

type NewLine = Omit<CartLine, 'counts' | 'removed'>

/** Adds one, or `quantity` thousandths: to the line that is the same but for its id, else as a new line. */
export function withOneMore(cart: Cart, added: NewLine, terminal: TerminalId, quantity: Quantity = THOUSANDTHS): Cart {
  const same = Object.values(cart.lines).find((line) => !line.removed && sameContent(line, added))
  if (same) return withCount(cart, same.id, terminal, quantity)
  return { ...cart, lines: { ...cart.lines, [added.id]: { ...added, counts: { [terminal]: quantity } } } }
}

/** Changes this terminal's own count by `delta` thousandths; what other terminals asked for stays theirs. */
export function withCount(cart: Cart, id: LineId, terminal: TerminalId, delta: number): Cart {
  const line = cart.lines[id]
  if (!line) return cart
  const counts = { ...line.counts, [terminal]: (line.counts[terminal] ?? 0) + delta }
  return { ...cart, lines: { ...cart.lines, [id]: { ...line, counts } } }
}

/** What can be said of a line until it is sent. A seat or a course can be changed, not taken back: in a cart absent says nothing. */
export type LineWishes = Partial<Pick<CartLine, 'note' | 'seat' | 'course' | 'fire'>>

export function withWishes(cart: Cart, id: LineId, wishes: LineWishes): Cart {
  const line = cart.lines[id]
  return line ? { ...cart, lines: { ...cart.lines, [id]: { ...line, ...wishes } } } : cart
}

export function asSent(cart: Cart, round: RoundId): Cart {
  return { ...cart, sentRound: round, ended: true }
}

function sameContent(a: NewLine, b: NewLine): boolean {
  const options = (line: NewLine) => line.options.map((option) => option.option).join()
  return (
    a.version === b.version &&
    options(a) === options(b) &&
    (a.note ?? '') === (b.note ?? '') &&
    a.fire === b.fire &&
    a.seat === b.seat &&
    a.course === b.course &&
    a.price.base === b.price.base
  )
}
