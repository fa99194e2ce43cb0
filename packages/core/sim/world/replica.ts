import type { OrderId, TerminalId } from '../../src/kernel/index.ts'
import { foldOrder, type OrderDocument, type OrderState } from '../../src/orders/index.ts'

/** One copy of the restaurant's orders: the server's, or that of a terminal, which counts its own undecided facts. */
export interface Replica {
  readonly name: string
  readonly viewer: TerminalId | null
  readonly documents: ReadonlyMap<OrderId, OrderDocument>
  /** Complete and partial ones, by id. */
  readonly states: readonly OrderState[]
}

const folded = new WeakMap<OrderDocument, Map<TerminalId | null, OrderState>>()

/** Folds once for each document and viewer: documents are replaced, never changed. */
export function foldCached(document: OrderDocument, viewer: TerminalId | null): OrderState {
  const known = folded.get(document) ?? new Map<TerminalId | null, OrderState>()
  folded.set(document, known)
  const state = known.get(viewer) ?? foldOrder(document, viewer)
  known.set(viewer, state)
  return state
}

export function createReplica(name: string, viewer: TerminalId | null, documents: readonly OrderDocument[]): Replica {
  const sorted = documents.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  let states: readonly OrderState[] | null = null
  return {
    name,
    viewer,
    documents: new Map(sorted.map((document) => [document.id, document])),
    get states() {
      states ??= sorted.map((document) => foldCached(document, viewer))
      return states
    },
  }
}
