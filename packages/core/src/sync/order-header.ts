import type { TerminalId } from '../kernel/index.ts'
import { foldOrder, orderNeeded, type OrderDocument } from '../orders/index.ts'
import type { Header } from './document-store.ts'

/**
 * What stores index of an order. `open` is 1 while somebody may need it (`orderNeeded`);
 * `day` and `table` are '' where there is none; `updatedAt` (ms) is the last time that something was said or judged.
 */
export function orderHeader(document: OrderDocument, viewer: TerminalId | null): Header {
  const state = foldOrder(document, viewer)
  const judged = Object.values(document.verdicts).reduce((last, { receivedAt }) => Math.max(last, receivedAt), 0)
  return {
    day: state.opening?.day ?? '',
    table: state.table ?? '',
    open: orderNeeded(state) ? 1 : 0,
    updatedAt: Math.max(state.updatedAt, judged),
  }
}
