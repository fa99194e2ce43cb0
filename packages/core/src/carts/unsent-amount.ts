import type { Money } from '../kernel/index.ts'
import { lineAmount } from '../pricing/index.ts'
import type { UnsentLine } from './unsent-lines.ts'

/** What an unsent line will cost as it stands; what is weighed or priced later costs nothing yet. */
export function unsentAmount({ line, quantity }: Pick<UnsentLine, 'line' | 'quantity'>): Money {
  return line.weighLater || line.price.pending ? 0 : lineAmount(line.price, quantity)
}
