import { useTranslation } from 'react-i18next'
import type { Table } from '@orderez/core/floor'
import type { OrderId } from '@orderez/core/kernel'
import { orderNumberText, type OrderState } from '@orderez/core/orders'
import { useLive, useTerminal } from '../../data/index.ts'
import { useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { dueOf, relatedOrders } from '../order/index.ts'

interface TableSheetProps {
  readonly table: Table
  readonly orders: readonly OrderId[]
  readonly onOrder: (order: OrderId) => void
  readonly onAnother: () => void
  readonly onClose: () => void
}

/** Several orders on one table are several bills and one question. Nothing joins by itself. */
export function TableSheet({ table, orders, onOrder, onAnother, onClose }: TableSheetProps) {
  const { t } = useTranslation()
  const { time } = useWords()
  const { queries } = useTerminal()
  const open = useLive(queries.openOrders) ?? []
  const records = useLive(queries.branch)
  const related = relatedOrders(open)
  return (
    <Sheet title={table.label} closeLabel={t('sheet.close')} onClose={onClose} testId={TEST_IDS.tableQuestion}>
      <div className="flex flex-col gap-2">
        <Notice tone="wait">{t('table.openedTwice')}</Notice>
        {open
          .filter((order) => orders.includes(order.id))
          .map((order) => (
            <Button
              key={order.id}
              size="large"
              data-testid={TEST_IDS.tableOrder}
              data-order={order.id}
              hint={
                order.opening
                  ? `${time(order.opening.at.ms)} · ${records?.person.get(order.opening.owner)?.name ?? ''}`
                  : t('order.loading')
              }
              onClick={() => onOrder(order.id)}
            >
              {order.opening ? orderNumberText(order.opening.number) : t('order.loading')}
              <Due order={order.id} around={related.get(order.id) ?? [order]} />
            </Button>
          ))}
        <Button look="quiet" data-testid={TEST_IDS.openAnother} onClick={onAnother}>
          {t('table.openAnother')}
        </Button>
      </div>
    </Sheet>
  )
}

function Due({ order, around }: { readonly order: OrderId; readonly around: readonly OrderState[] }) {
  const { t } = useTranslation()
  const { money } = useWords()
  const due = dueOf(order, around)
  return <b>{due === null ? t('table.broken') : money(due)}</b>
}
