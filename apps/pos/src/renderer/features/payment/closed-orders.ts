import type { Money, TableId } from '@orderez/core/kernel'
import { billOf, orderClosed, orderNumberText, type OrderState, type Tender } from '@orderez/core/orders'
import { relatedOrders, unlessBroken } from '../order/index.ts'

export interface ClosedOrder {
  readonly state: OrderState
  readonly number: string
  /** The table's label, '' without one. */
  readonly table: string
  readonly closedAt: number
  readonly due: Money
  readonly refunded: Money
  readonly open: Money
  readonly tenders: readonly Tender[]
}

/** What was closed and came to something, the latest first. `orders` is a whole day, with the open ones that may have a say on its bills. */
export function closedOrders(
  orders: readonly OrderState[],
  labelOf: (table: TableId) => string | undefined,
): readonly ClosedOrder[] {
  const related = relatedOrders(orders)
  return orders
    .filter(orderClosed)
    .flatMap((state) => {
      const bill = unlessBroken(() => billOf(state.id, related.get(state.id) ?? [state]), null)
      if (!bill || (bill.paid === 0 && bill.due === 0)) return []
      const confirmed = bill.payments.filter((payment) => payment.state === 'confirmed')
      return [
        {
          state,
          number: orderNumberText(state.opening?.number),
          table: (state.table === null ? undefined : labelOf(state.table)) ?? '',
          closedAt: Math.max(...state.closes.filter((close) => !close.undone).map((close) => close.at.ms)),
          due: bill.due,
          refunded: bill.refunded,
          open: bill.open,
          tenders: [...new Set(confirmed.map(({ tender }) => tender))],
        },
      ]
    })
    .toSorted((a, b) => b.closedAt - a.closedAt)
}

/** A number as it is spoken ("17", "AK-17", "ak 17") or a table's label; nothing asked for is everything. */
export function isAskedFor({ number, table }: Pick<ClosedOrder, 'number' | 'table'>, asked: string): boolean {
  const wanted = spoken(asked)
  if (wanted === '') return true
  const own = spoken(number)
  const counter = own.replace(/^[a-z]+/, '')
  return own.startsWith(wanted) || counter.startsWith(wanted) || spoken(table).startsWith(wanted)
}

function spoken(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/[\s-]/g, '')
}
