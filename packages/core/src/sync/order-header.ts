import type { TerminalId } from '../kernel/index.ts'
import { foldOrder, type OrderDocument, type OrderState } from '../orders/index.ts'
import type { Header } from './document-store.ts'

/**
 * What stores index of an order. `open` is 1 until it is closed with everything that stands on its bill, and while it is not known whole;
 * `day` and `table` are '' where there is none; `updatedAt` (ms) is the last time that something was said or judged.
 */
export function orderHeader(document: OrderDocument, viewer: TerminalId | null): Header {
  const state = foldOrder(document, viewer)
  const judged = Object.values(document.verdicts).reduce((last, { receivedAt }) => Math.max(last, receivedAt), 0)
  return {
    day: state.opening?.day ?? '',
    table: state.table ?? '',
    open: isOpen(state) ? 1 : 0,
    updatedAt: Math.max(state.updatedAt, judged),
  }
}

function isOpen(state: OrderState): boolean {
  const closes = state.closes.filter((close) => !close.undone)
  if (!state.complete || closes.length === 0) return true
  const settled = new Set(
    closes.flatMap(({ basis }) => basis.units.flatMap(({ line, units }) => units.map((unit) => `${line} ${unit}`))),
  )
  return [...state.lines.values()].some((line) =>
    line.units.some((unit) => !unit.voided && unit.place.order === state.id && !settled.has(`${line.id} ${unit.unit}`)),
  )
}
