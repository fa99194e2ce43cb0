import type {
  EpochMs,
  FactId,
  LineId,
  Names,
  OrderId,
  PersonId,
  Quantity,
  RoundId,
  StationId,
  TableId,
  Unit,
} from '../kernel/index.ts'
import type { ChosenOption, LineAmendment, OrderNumber, Stamp } from '../orders/index.ts'

/** A line of a ticket at one station. Units are numbers of the line; a unit is in at most one of the lists. */
export interface TicketLine {
  readonly line: LineId
  readonly names: Names
  /** Thousandths of one unit, and what it is measured in. */
  readonly unitQuantity: Quantity
  /** Not weighed yet: `unitQuantity` says nothing. */
  readonly unweighed: boolean
  readonly unit: Unit
  readonly options: readonly ChosenOption[]
  readonly note: string
  readonly seat: number | null
  readonly course: number | null
  readonly parent: LineId | null
  /** The set meal it comes with; null where it stands alone. */
  readonly set: Names | null
  /** Null while held: below the dashed line, not to be tapped, not counted. */
  readonly firedAt: EpochMs | null
  readonly toDo: readonly number[]
  readonly started: readonly number[]
  readonly done: readonly number[]
  readonly held: readonly number[]
  /** Of `toDo` and `started`, those that came back. */
  readonly recalled: readonly number[]
  /** Struck through until the cook taps them away; none of them was finished here. */
  readonly voided: readonly TicketVoid[]
  /** To be acknowledged: what changed after sending. */
  readonly amendments: readonly LineAmendment[]
  /** To be acknowledged, and shown until the line is done. */
  readonly rushes: readonly Stamp[]
  readonly rushed: boolean
}

export interface TicketVoid {
  readonly units: readonly number[]
  readonly fact: FactId
  readonly reason: string
}

/** A round at one station, as long as it asks something of the cook. */
export interface Ticket {
  readonly id: string
  readonly order: OrderId
  readonly round: RoundId
  readonly station: StationId
  /** Of the bill on which the units stand now: it follows moves and merges; the ticket does not. */
  readonly table: TableId | null
  readonly number: OrderNumber | null
  readonly type: 'dineIn' | 'takeaway' | 'delivery' | null
  readonly guests: number
  /** When guests want what they take away; null: as soon as it is done. */
  readonly wishedAt: EpochMs | null
  readonly orderNote: string
  readonly waiter: PersonId
  /** Since when the oldest work still to be done was asked for; null where everything is held. */
  readonly firedAt: EpochMs | null
  readonly ageMs: number
  readonly sentAt: EpochMs
  readonly recalled: boolean
  readonly rushed: boolean
  readonly lines: readonly TicketLine[]
}
