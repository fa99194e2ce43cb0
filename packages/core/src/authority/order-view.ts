import type { BranchId, FactId, LineId } from '../kernel/index.ts'
import { knownFact, type Fact, type Line, type OrderDocument } from '../orders/index.ts'

/** What the door needs to know of an order, kept up fact by fact so that a batch reads the order once. */
export interface OrderView {
  /** Each line as every round that sent it describes it. */
  readonly lines: ReadonlyMap<LineId, readonly Line[]>
  /** The branches that its openings name. */
  readonly branches: ReadonlySet<BranchId>
  readonly isClosed: () => boolean
  add(fact: Fact): void
}

export function viewOrder(document: OrderDocument): OrderView {
  const lines = new Map<LineId, Line[]>()
  const branches = new Set<BranchId>()
  const closes = new Set<FactId>()
  const reopened = new Set<FactId>()

  function add(fact: Fact): void {
    const known = knownFact(fact)
    if (known?.kind === 'opened') branches.add(known.body.branch)
    else if (known?.kind === 'closed') closes.add(known.id)
    else if (known?.kind === 'reopened') reopened.add(known.body.of)
    else if (known?.kind === 'roundSent') {
      for (const line of known.body.lines) lines.set(line.id, [...(lines.get(line.id) ?? []), line])
    }
  }

  for (const fact of Object.values(document.facts)) add(fact)
  return { lines, branches, add, isClosed: () => [...closes].some((close) => !reopened.has(close)) }
}
