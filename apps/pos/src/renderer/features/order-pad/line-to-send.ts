import { sentLineId } from '@orderez/core/carts'
import type { Line } from '@orderez/core/orders'
import type { UnsentLine } from './cart-lines.ts'

/** What goes into the round. What was asked beyond a line already sent becomes a line of its own: a sent line never changes. */
export function lineToSend({ line, quantity, sent }: UnsentLine): Line {
  const { counts: _counts, removed: _removed, ...content } = line
  const parent = line.parent === undefined ? {} : { parent: sentLineId(line.parent, sent) }
  return { ...content, ...parent, id: sentLineId(line.id, sent), quantity }
}
