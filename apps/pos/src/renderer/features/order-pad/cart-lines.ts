import { cartIdOf, cartsOfOrder, type Cart, type CartLine, type UnsentLine } from '@orderez/core/carts'
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

export { unsentLines, type UnsentLine } from '@orderez/core/carts'

/** What one of a weighed dish weighs: thousandths of its unit, or to be said once it is on the scales. */
export type Weight = Quantity | 'later'

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

/** The cart to which the next tap adds: the order's live one, its first, or another once that has been sent. */
export function cartToFill(carts: readonly JsonObject[], order: OrderId, ids: IdSource): Cart {
  const live = cartsOfOrder(carts, order).find((cart) => !cart.ended && !cart.sentRound)
  if (live) return live
  const first = cartIdOf(order)
  const taken = carts.some((cart) => cart['id'] === first)
  return { id: taken ? ids.next('cart') : first, kind: 'cart', v: 1, order, lines: {} }
}

type NewLine = Omit<CartLine, 'counts' | 'removed'>

/** Adds one, or `quantity` thousandths: to the line that is the same but for its id, else as a new line. `dishes`: those of a set meal. */
export function withOneMore(
  cart: Cart,
  added: NewLine,
  terminal: TerminalId,
  quantity: Quantity = THOUSANDTHS,
  dishes: readonly NewLine[] = [],
): Cart {
  // Each fish has a weight of its own.
  const same =
    added.unit !== 'piece'
      ? undefined
      : Object.values(cart.lines).find(
          (line) => !line.removed && sameContent(line, added) && sameDishes(dishesOf(cart, line.id), dishes),
        )
  if (same) return withCount(cart, same.id, terminal, quantity)
  const lines = [added, ...dishes].map((line) => [line.id, { ...line, counts: { [terminal]: quantity } }] as const)
  return { ...cart, lines: { ...cart.lines, ...Object.fromEntries(lines) } }
}

/** The lines of a set meal's dishes. */
function dishesOf(cart: Cart, set: LineId): readonly CartLine[] {
  return Object.values(cart.lines)
    .filter((line) => line.parent === set)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

function sameDishes(some: readonly NewLine[], others: readonly NewLine[]): boolean {
  return (
    some.length === others.length &&
    some.every((line, index) => {
      const other = others[index]
      return other !== undefined && sameContent({ ...line, parent: undefined }, { ...other, parent: undefined })
    })
  )
}

/** Changes this terminal's own count by `delta` thousandths; what other terminals asked for stays theirs. */
export function withCount(cart: Cart, id: LineId, terminal: TerminalId, delta: number): Cart {
  const line = cart.lines[id]
  if (!line) return cart
  const counts = { ...line.counts, [terminal]: (line.counts[terminal] ?? 0) + delta }
  return { ...cart, lines: { ...cart.lines, [id]: { ...line, counts } } }
}

/** What can be said of a line until it is sent. A seat or a course is taken back by `withoutPlace`. */
export type LineWishes = Partial<Pick<CartLine, 'note' | 'seat' | 'course' | 'fire'>>

export function withWishes(cart: Cart, id: LineId, wishes: LineWishes): Cart {
  const line = cart.lines[id]
  if (!line) return cart
  const { note: _note, ...forAll } = wishes
  const dishes = dishesOf(cart, id).map((dish) => [dish.id, { ...dish, ...forAll }] as const)
  return { ...cart, lines: { ...cart.lines, ...Object.fromEntries(dishes), [id]: { ...line, ...wishes } } }
}

/** The line as weighed, in place of the one before: what another tablet says of that one meanwhile changes no weight. */
export function withWeight(
  cart: Cart,
  { line, quantity }: Pick<UnsentLine, 'line' | 'quantity'>,
  weighed: { readonly id: LineId; readonly weight: Weight },
  terminal: TerminalId,
): Cart {
  const { counts: _counts, removed: _removed, weighLater: _weighLater, ...content } = line
  const later = weighed.weight === 'later'
  const added: NewLine = { ...content, id: weighed.id, ...(later ? { weighLater: true as const } : {}) }
  return withOneMore(withCount(cart, line.id, terminal, -quantity), added, terminal, thousandthsOf(weighed.weight))
}

/** What of a line's place is taken back. */
export interface TakenBack {
  readonly seat: boolean
  readonly course: boolean
}

/** The line for everyone again, with the dishes of its set: in a cart absent says nothing, so it becomes another line. */
export function withoutPlace(
  cart: Cart,
  { line, quantity }: Pick<UnsentLine, 'line' | 'quantity'>,
  back: TakenBack,
  ids: IdSource,
  terminal: TerminalId,
): Cart {
  const without = ({ counts: _counts, removed: _removed, seat, course, ...content }: CartLine): NewLine => ({
    ...content,
    id: ids.next('line'),
    ...(back.seat || seat === undefined ? {} : { seat }),
    ...(back.course || course === undefined ? {} : { course }),
  })
  const added = without(line)
  const dishes = dishesOf(cart, line.id).map((dish) => ({ ...without(dish), parent: added.id }))
  return withOneMore(withCount(cart, line.id, terminal, -quantity), added, terminal, quantity, dishes)
}

/** One of what is counted, or is not weighed yet. */
export function thousandthsOf(weight: Weight = 'later'): Quantity {
  return weight === 'later' ? THOUSANDTHS : weight
}

export function asSent(cart: Cart, round: RoundId): Cart {
  return { ...cart, sentRound: round, ended: true }
}

function sameContent(a: NewLine, b: NewLine): boolean {
  const options = (line: NewLine) => line.options.map((option) => option.option).join()
  return (
    a.parent === b.parent &&
    a.version === b.version &&
    options(a) === options(b) &&
    (a.note ?? '') === (b.note ?? '') &&
    a.fire === b.fire &&
    a.seat === b.seat &&
    a.course === b.course &&
    a.price.base === b.price.base &&
    a.price.pending === b.price.pending &&
    a.names.zh === b.names.zh &&
    a.names.en === b.names.en
  )
}
