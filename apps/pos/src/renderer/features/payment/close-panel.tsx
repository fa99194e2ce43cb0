import { CircleCheckBig } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { closeOrder, nothingWanted, orderClosed, type OrderStatus } from '@orderez/core/orders'
import { screenEntered, useCan, useUiDispatch } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { useNotices } from '../notices/index.ts'
import type { OrderView } from '../order/index.ts'
import { ReopenButton } from './reopen-button.tsx'
import { useBillCommand } from './use-bill-command.ts'

function closeWord({ bill, state }: OrderView) {
  if (bill.lines.length > 0) return state.table ? 'pay.close' : 'pay.closeOrder'
  return state.table ? 'pay.freeTable' : 'pay.cancelOrder'
}

/** Closes what is settled and frees the table. Disabled, it says why. */
export function ClosePanel({ view, status }: { readonly view: OrderView; readonly status: OrderStatus }) {
  const { t } = useTranslation()
  const can = useCan()
  const dispatch = useUiDispatch()
  const notices = useNotices()
  const run = useBillCommand(view.state.id)
  const unpriced = view.bill.pendingPrices.length > 0
  const unwanted = nothingWanted(view.state, view.bill)
  const settled = unwanted || (view.bill.open === 0 && view.bill.pending === 0 && !unpriced)
  const closed = orderClosed(view.state)

  async function close(): Promise<void> {
    const facts = await run((around) => (context) => closeOrder(around, view.state.id, context))
    if (!facts) return
    notices.say(t(unwanted ? 'pay.cancelled' : 'pay.closed'))
    dispatch(screenEntered({ name: 'tables' }))
  }

  return (
    <section className="pay-close flex flex-col gap-2 bg-ground p-4">
      <Button
        size="large"
        look={settled && !closed ? 'primary' : 'plain'}
        className="w-full"
        data-testid={TEST_IDS.close}
        disabled={!settled || closed || !can('fact.closed')}
        hint={
          closed
            ? t(`orderStatus.${status === 'remainder' ? 'remainder' : 'closed'}`)
            : settled
              ? undefined
              : unpriced
                ? t('command.price.pending')
                : t(view.bill.pending > 0 ? 'command.payment.pending' : 'command.bill.open')
        }
        onClick={() => void close()}
      >
        <CircleCheckBig aria-hidden size={22} />
        {t(closeWord(view))}
      </Button>
      {closed ? <ReopenButton view={view} /> : null}
    </section>
  )
}
