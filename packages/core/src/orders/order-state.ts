import type {
  BranchId,
  BusinessDay,
  ChargeId,
  DiscountId,
  DrawerId,
  EpochMs,
  FactId,
  HybridTime,
  LineId,
  MergeId,
  Money,
  Names,
  OrderId,
  PaymentId,
  PersonId,
  Quantity,
  RefundId,
  RoundId,
  StationId,
  TableId,
  TerminalId,
} from '../kernel/index.ts'
import type { LinePrice, LineTax } from '../pricing/index.ts'
import type { Basis, Contact, FactBody, OrderNumber, PaymentState, Tender } from './fact-bodies.ts'
import type { Fact } from './fact.ts'
import type { ChosenOption, Line } from './line.ts'
import type { OrderDocument } from './order-document.ts'
import type { Place, UnitRef } from './places.ts'
import type { Flag, Refusal } from './verdict.ts'

/** Who said a thing and when. `at` is the effective time (F5), which registers compare. */
export interface Stamp {
  readonly fact: FactId
  readonly at: HybridTime
  readonly by: PersonId
  readonly terminal: TerminalId
}

export interface Opening extends Stamp {
  readonly branch: BranchId
  readonly day: BusinessDay
  readonly number: OrderNumber
  readonly type: FactBody<'opened'>['type']
  readonly source: FactBody<'opened'>['source']
  readonly owner: PersonId
  readonly contact: Contact | null
  readonly wishedAt: EpochMs | null
  readonly table: TableId | null
  readonly guests: number
}

export interface RoundState extends Stamp {
  readonly round: RoundId
  /** The lines whose content this round gave, in the order they were sent. */
  readonly lines: readonly LineId[]
}

export type UnitStage = 'held' | 'sent' | 'received' | 'started' | 'ready' | 'served'

export const STATION_STAGES = ['sent', 'received', 'started', 'ready'] as const
export type StationStage = (typeof STATION_STAGES)[number]

/** One unit at one of its line's stations. */
export interface StationUnit {
  readonly station: StationId
  readonly stage: StationStage
  /** Ready once, taken back, and not ready again yet. */
  readonly recalled: boolean
  /** The facts that make it ready now: what a recall has to name (K5). */
  readonly readyBy: readonly FactId[]
}

export interface UnitVoid extends Stamp {
  readonly reason: string
  readonly approver: PersonId | null
  /** Every fact that voids this unit; any of them acknowledged is enough for the kitchen. */
  readonly facts: readonly FactId[]
}

export interface UnitComp extends Stamp {
  readonly reason: string
  readonly approver: PersonId | null
  readonly facts: readonly FactId[]
}

export interface UnitState {
  readonly unit: number
  /** The round sent that asked for this unit. */
  readonly askedBy: FactId
  readonly place: Place
  /** The fact that put it there; null where it was sent. */
  readonly placedBy: Stamp | null
  readonly stage: UnitStage
  readonly stations: readonly StationUnit[]
  /** Facts that say it is served and are not undone: what a recall has to name. */
  readonly servedBy: readonly FactId[]
  readonly voided: UnitVoid | null
  readonly comped: UnitComp | null
}

/** A change after sending that the kitchen has to acknowledge (S4). `units` are those added, empty where content changed. */
export interface LineAmendment extends Stamp {
  readonly units: readonly number[]
  readonly note: string | null
  readonly options: readonly ChosenOption[] | null
}

/** The same line asked for by another round, otherwise than the first did (O6). */
export interface LineApart extends Stamp {
  readonly round: RoundId
  readonly asked: Line
  readonly moreUnits: readonly number[]
}

export interface LineState {
  readonly id: LineId
  /** Its home: the order where it was sent. */
  readonly order: OrderId
  readonly round: RoundId
  readonly sent: Stamp
  /** As it was sent; the fields below say how it stands now. */
  readonly content: Line
  readonly note: string
  readonly options: readonly ChosenOption[]
  readonly seat: number | null
  readonly course: number | null
  readonly price: LinePrice
  readonly tax: LineTax
  /** Thousandths of one unit: 1000 for pieces, the whole weight for what is weighed. */
  readonly unitQuantity: Quantity
  /** Sent without its weight and not weighed since: it stands at 0 and no bill with it can be settled. */
  readonly unweighed: boolean
  readonly fired: boolean
  /** When the kitchen was first told to cook what is fired now; null while held. */
  readonly firedAt: EpochMs | null
  readonly units: readonly UnitState[]
  readonly amendments: readonly LineAmendment[]
  readonly rushes: readonly Stamp[]
  readonly apart: readonly LineApart[]
}

export interface MergeState extends Stamp {
  readonly merge: MergeId
  readonly from: OrderId
  readonly to: OrderId
  readonly units: readonly UnitRef[]
  readonly undone: boolean
}

export interface ChargeState extends Stamp {
  readonly charge: ChargeId
  readonly share: string
  readonly names: Names
  readonly method: FactBody<'chargeAdded'>['method']
  readonly tax: LineTax
  readonly withdrawn: boolean
}

export interface DiscountState extends Stamp {
  readonly discount: DiscountId
  readonly share: string
  readonly method: FactBody<'discountGiven'>['method']
  readonly basis: Basis
  readonly reason: string
  readonly approver: PersonId | null
  readonly withdrawn: boolean
}

export interface RoundingState extends Stamp {
  readonly share: string
  readonly amount: Money
  readonly basis: Basis
}

export interface EqualSplit extends Stamp {
  readonly share: string
  readonly ways: number
  readonly basis: Basis
}

export interface PreBill extends Stamp {
  readonly share: string
  readonly basis: Basis
}

export interface PaymentRecord extends Stamp {
  readonly payment: PaymentId
  readonly share: string
  readonly tender: Tender
  /** The highest of what was said: started < unknown < failed < confirmed (M7). */
  readonly state: PaymentState
  /** Said to have failed and to be confirmed. It counts. */
  readonly disputed: boolean
  readonly amount: Money
  readonly tendered: Money
  readonly change: Money
  readonly tip: Money
  readonly drawer: DrawerId | null
  readonly reference: string | null
  readonly basis: Basis
}

export interface RefundState extends Stamp {
  readonly refund: RefundId
  readonly payment: PaymentId
  readonly share: string
  readonly tender: Tender
  readonly amount: Money
  readonly units: readonly UnitRef[]
  readonly drawer: DrawerId | null
  readonly reason: string
  readonly approver: PersonId | null
}

export interface CloseState extends Stamp {
  readonly basis: Basis
  readonly undone: boolean
}

/** A fact that is kept and shown but counts for nothing. */
export interface SetAsideFact {
  readonly fact: Fact
  readonly decision: 'refused' | 'held'
  readonly code: Refusal | null
}

/** What an order says, computed from its facts by `foldOrder`. Never stored, never sent. */
export interface OrderState {
  readonly id: OrderId
  readonly document: OrderDocument
  /** The terminal whose undecided facts count here; null where only what the server accepted counts. */
  readonly viewer: TerminalId | null
  /** False while the fact that opened the order has not arrived. */
  readonly complete: boolean
  readonly opening: Opening | null
  /** Others that opened the same order apart; the first stands. */
  readonly openedApart: readonly Opening[]
  readonly table: TableId | null
  readonly guests: number
  /** Who fetches it or has it brought; null where nobody asked. */
  readonly contact: Contact | null
  /** When its guests want it; null: as soon as it is done. */
  readonly wishedAt: EpochMs | null
  readonly note: string
  readonly rounds: readonly RoundState[]
  /** In the order they were sent. */
  readonly lines: ReadonlyMap<LineId, LineState>
  readonly merges: readonly MergeState[]
  /** The order whose bill bears this order's fixed charges: itself, or where standing merges brought it. */
  readonly chargesAt: OrderId
  readonly charges: readonly ChargeState[]
  readonly discounts: readonly DiscountState[]
  readonly roundings: readonly RoundingState[]
  readonly splits: readonly EqualSplit[]
  readonly preBills: readonly PreBill[]
  readonly payments: readonly PaymentRecord[]
  readonly refunds: readonly RefundState[]
  readonly closes: readonly CloseState[]
  readonly acknowledged: ReadonlyMap<StationId, ReadonlySet<FactId>>
  /** Facts that the server has not judged yet, this terminal's own or others'. */
  readonly undecided: readonly FactId[]
  readonly setAside: readonly SetAsideFact[]
  /** Ids that came with two bodies; neither counts. */
  readonly rewritten: readonly FactId[]
  /** Facts of a newer version: kept, forwarded, not read. */
  readonly unread: readonly Fact[]
  readonly flags: ReadonlyMap<FactId, readonly Flag[]>
  /** The latest effective time of a fact that counts, 0 without any. */
  readonly updatedAt: EpochMs
}
