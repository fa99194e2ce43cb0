import type { CartId, LineId, OrderId } from '../kernel/index.ts'
import type { Cart, CartLine } from './cart.ts'
import { derivedUuid } from './sent-line-id.ts'
import type { UnsentLine } from './unsent-lines.ts'

/** The cart in which the unsent lines of another order's cart go on. Two tablets that carry the same cart apart make the same one. */
export function carriedCartId(cart: Cart['id'], to: OrderId): CartId {
  return `crt_${derivedUuid(cart, [cart, to])}` as CartId
}

/** The id of a carried line: it can be carried back, and on, and is never one that was sent where it comes from. */
export function carriedLineId({ line, sent }: Pick<UnsentLine, 'line' | 'sent'>, to: OrderId): LineId {
  return `lin_${derivedUuid(line.id, [line.id, sent, to])}` as LineId
}

/**
 * What an order gets when another was merged into it with lines that nobody had sent: the lines of one cart, in a cart of its own. `known`
 * is that cart where it exists. Saved before `cartWithout`, so that a crash between the two leaves lines twice in sight, and never lost;
 * carried again they are the same ones.
 */
export function cartCarried(lines: readonly UnsentLine[], to: OrderId, known: Cart | null): Cart | null {
  const [first] = lines
  if (!first) return null
  const into: Cart = known ?? { id: carriedCartId(first.cart.id, to), kind: 'cart', v: 1, order: to, lines: {} }
  const carried = lines.map((each) => carriedLine(each, to)).filter(({ id }) => !into.lines[id])
  return { ...into, lines: { ...into.lines, ...Object.fromEntries(carried.map((line) => [line.id, line])) } }
}

/** What stays behind: the lines are marked as taken out, by whoever carries them. */
export function cartWithout(cart: Cart, lines: ReadonlySet<LineId>): Cart {
  const marked = Object.values(cart.lines).map((line) => [
    line.id,
    lines.has(line.id) ? { ...line, removed: true } : line,
  ])
  return { ...cart, lines: Object.fromEntries(marked) }
}

function carriedLine(each: UnsentLine, to: OrderId): CartLine {
  const { counts, removed: _removed, ...content } = each.line
  const [terminal] = Object.keys(counts).toSorted()
  return {
    ...content,
    id: carriedLineId(each, to),
    ...(each.line.parent === undefined
      ? {}
      : { parent: carriedLineId({ line: { ...each.line, id: each.line.parent }, sent: each.sent }, to) }),
    // One count, alike on every tablet that carries it.
    counts: terminal === undefined ? {} : { [terminal]: each.quantity },
  }
}
