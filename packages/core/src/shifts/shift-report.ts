import type { EpochMs, Money } from '../kernel/index.ts'
import type { OrderState, Tender } from '../orders/index.ts'
import type { CashMovement } from './cash-movement.ts'
import type { Shift } from './shift.ts'

/** What a shift of a drawer came to; all sums in minor units. */
export interface ShiftReport {
  readonly float: Money
  /** Cash that came in for bills, without tips and the change that went back. */
  readonly cashTaken: Money
  /** Cash given on top; it lies in the drawer too, and belongs to no bill. */
  readonly cashTips: Money
  readonly cashRefunded: Money
  readonly paidIn: Money
  readonly paidOut: Money
  /** What has to lie in the drawer: float + taken + tips − refunded + in − out. */
  readonly expected: Money
  /** What was counted less what has to be there; null before the count. */
  readonly difference: Money | null
  readonly payments: number
  /** Taken by tender without tips, less refunds, through this drawer. */
  readonly tenders: ReadonlyMap<Tender, Money>
  /** Tips of all tenders through this drawer. */
  readonly tips: Money
}

/**
 * X while the shift is open, Z once it is closed: confirmed payments and refunds that name the drawer, and its cash movements, from the opening
 * to the closing (to `now` while open). Each payment counts once, in the shift in which it was taken. Source: the orders and movements given.
 */
export function shiftReport(
  shift: Shift,
  orders: Iterable<OrderState>,
  movements: Iterable<CashMovement>,
  now: EpochMs,
): ShiftReport {
  const until = shift.closedAt ?? now
  const isWithin = (drawer: string | null, ms: EpochMs) =>
    drawer === shift.drawer && ms >= shift.openedAt && ms <= until
  const tenders = new Map<Tender, Money>()
  const add = (tender: Tender, amount: Money) => tenders.set(tender, (tenders.get(tender) ?? 0) + amount)
  let [cashTaken, cashTips, tips, cashRefunded, payments] = [0, 0, 0, 0, 0]
  for (const order of orders) {
    for (const { drawer, at, tender, state, amount, tip } of order.payments) {
      if (state !== 'confirmed' || !isWithin(drawer, at.ms)) continue
      payments += 1
      tips += tip
      add(tender, amount)
      if (tender !== 'cash') continue
      cashTaken += amount
      cashTips += tip
    }
    for (const { drawer, at, tender, amount } of order.refunds) {
      if (!isWithin(drawer, at.ms)) continue
      add(tender, -amount)
      if (tender === 'cash') cashRefunded += amount
    }
  }
  const own = [...movements].filter(({ drawer, at }) => isWithin(drawer, at))
  const [paidIn, paidOut] = [sumOf(own, 'in'), sumOf(own, 'out')]
  const expected = shift.float + cashTaken + cashTips - cashRefunded + paidIn - paidOut
  const { float, counted } = shift
  const difference = typeof counted === 'number' ? counted - expected : null
  const kept = { float, cashTaken, cashTips, cashRefunded, paidIn, paidOut }
  return { ...kept, expected, difference, payments, tenders, tips }
}

function sumOf(movements: readonly CashMovement[], direction: CashMovement['direction']): Money {
  return movements.reduce((sum, movement) => sum + (movement.direction === direction ? movement.amount : 0), 0)
}

/** The shift that is open on a drawer: of several that were opened apart, the first. Null where none is. */
export function openShiftOf(shifts: readonly Shift[], drawer: Shift['drawer']): Shift | null {
  const open = shifts.filter((shift) => shift.drawer === drawer && !shift.deleted && typeof shift.closedAt !== 'number')
  return open.toSorted((a, b) => a.openedAt - b.openedAt || (a.id < b.id ? -1 : 1))[0] ?? null
}
