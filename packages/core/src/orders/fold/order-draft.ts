import type { EpochMs, FactId, LineId, OrderId, PaymentId, RoundId, StationId, TableId } from '../../kernel/index.ts'
import type { FactBody, PaymentState } from '../fact-bodies.ts'
import type { Place, UnitRef } from '../places.ts'
import type {
  ChargeState,
  CloseState,
  DiscountState,
  EqualSplit,
  LineAmendment,
  LineApart,
  LineState,
  MergeState,
  Opening,
  PaymentRecord,
  PreBill,
  RefundState,
  RoundingState,
  RoundState,
  Stamp,
  UnitComp,
  UnitState,
  UnitVoid,
} from '../order-state.ts'
import type { Counted } from './counted-facts.ts'
import type { Undoings } from './undoings.ts'

export interface StationDraft {
  readonly station: StationId
  /** Index into STATION_STAGES. */
  rank: number
  recalled: boolean
  readonly readyBy: FactId[]
}

export interface UnitDraft extends Pick<UnitState, 'unit' | 'askedBy'> {
  place: Place
  placedBy: Stamp | null
  readonly stations: readonly StationDraft[]
  readonly servedBy: FactId[]
  voided: UnitVoid | null
  comped: UnitComp | null
}

type Settled = 'id' | 'order' | 'round' | 'sent' | 'content' | 'tax'
type Register = 'note' | 'options' | 'seat' | 'course' | 'price' | 'unitQuantity' | 'unweighed' | 'fired' | 'firedAt'

/** A line while facts are applied to it: what the round gave stays, registers are written over. */
export type LineDraft = Pick<LineState, Settled> & { -readonly [K in Register]: LineState[K] } & {
  readonly units: UnitDraft[]
  readonly amendments: LineAmendment[]
  readonly rushes: Stamp[]
  readonly apart: LineApart[]
  /** When a station first started a unit of it: started implies fired (K3). */
  startedAt: EpochMs | null
}

export interface PaymentDraft {
  readonly record: Omit<PaymentRecord, 'state' | 'disputed' | 'reference'>
  reference: string | null
}

/** The one place that is written while an order is folded; nobody outside fold/ sees it. */
export interface OrderDraft {
  readonly id: OrderId
  readonly home: Place
  readonly undone: Undoings
  opening: Opening | null
  readonly openedApart: Opening[]
  table: TableId | null | undefined
  guests: number | undefined
  contact: FactBody<'contactSet'> | undefined
  note: string
  readonly rounds: Map<RoundId, RoundState & { readonly lines: LineId[] }>
  readonly lines: Map<LineId, LineDraft>
  readonly merges: MergeState[]
  chargesAt: OrderId
  readonly charges: Map<string, ChargeState>
  readonly discounts: Map<string, DiscountState>
  readonly roundings: RoundingState[]
  readonly splits: EqualSplit[]
  readonly preBills: PreBill[]
  readonly payments: Map<PaymentId, PaymentDraft>
  readonly paymentStates: Map<PaymentId, Set<PaymentState>>
  readonly paymentReferences: Map<PaymentId, string>
  readonly refunds: Map<string, RefundState>
  readonly closes: CloseState[]
  readonly acknowledged: Map<StationId, Set<FactId>>
}

export function emptyDraft(id: OrderId, home: Place, undone: Undoings): OrderDraft {
  return {
    id,
    home,
    undone,
    opening: null,
    openedApart: [],
    table: undefined,
    guests: undefined,
    contact: undefined,
    note: '',
    rounds: new Map(),
    lines: new Map(),
    merges: [],
    chargesAt: id,
    charges: new Map(),
    discounts: new Map(),
    roundings: [],
    splits: [],
    preBills: [],
    payments: new Map(),
    paymentStates: new Map(),
    paymentReferences: new Map(),
    refunds: new Map(),
    closes: [],
    acknowledged: new Map(),
  }
}

export function stampOf({ fact, at }: Counted): Stamp {
  return { fact: fact.id, at, by: fact.person, terminal: fact.terminal }
}

/** Runs `visit` for each named unit that exists; units of lines that have not arrived have no effect until they do (V4). */
export function eachUnit(
  draft: OrderDraft,
  refs: readonly UnitRef[],
  visit: (unit: UnitDraft, line: LineDraft) => void,
): void {
  for (const ref of refs) {
    const line = draft.lines.get(ref.line)
    if (!line) continue
    for (const number of ref.units) {
      const unit = line.units[number - 1]
      if (unit) visit(unit, line)
    }
  }
}
