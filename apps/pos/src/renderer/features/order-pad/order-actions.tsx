import { List, Receipt, Send } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { unsentAmount } from '@orderez/core/carts'
import { screenEntered, useCan, useUiDispatch, useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import type { OrderView } from '../order/index.ts'
import type { UnsentLine } from './cart-lines.ts'
import { useStationWords } from './use-station-words.ts'

interface OrderActionsProps {
  readonly view: OrderView
  readonly unsent: readonly UnsentLine[]
  /** Sent, and still to be taken back: Send does not wait any longer. */
  readonly leaving: readonly UnsentLine[]
  readonly sending: boolean
  readonly onSend: () => void
  readonly slipOpen: boolean
  readonly onSlip: () => void
}

/** The bar that never moves: the sum, the bill, and Send, which says what goes where. */
export function OrderActions({ view, unsent, leaving, sending, onSend, slipOpen, onSlip }: OrderActionsProps) {
  const { t } = useTranslation()
  const { money } = useWords()
  const dispatch = useUiDispatch()
  const draft = [...unsent, ...leaving].reduce((sum, line) => sum + unsentAmount(line), 0)
  return (
    <footer className="order-actions flex flex-col gap-2 border-t border-line bg-surface p-4">
      <p className="flex items-baseline gap-4 text-sm text-ink-2">
        <span>{t('order.sentSum', { amount: money(view.bill.due) })}</span>
        <span className="flex-1">{draft > 0 ? t('order.unsentSum', { amount: money(draft) }) : null}</span>
        <b className="text-xl text-ink" data-testid={TEST_IDS.orderTotal}>
          {money(view.bill.due + draft)}
        </b>
      </p>
      <div className="flex gap-2">
        <Button
          size="large"
          className="tablet:hidden"
          data-testid={TEST_IDS.showSlip}
          aria-expanded={slipOpen}
          hint={t(slipOpen ? 'order.menu' : 'order.slip')}
          onClick={onSlip}
        >
          <List aria-hidden size={22} />
        </Button>
        <Button
          size="large"
          data-testid={TEST_IDS.toPayment}
          hint={t('order.pay')}
          onClick={() => dispatch(screenEntered({ name: 'payment', order: view.state.id }))}
        >
          <Receipt aria-hidden size={22} />
        </Button>
        <SendButton unsent={unsent} leaving={leaving} sending={sending} onSend={onSend} />
      </div>
    </footer>
  )
}

function SendButton({
  unsent,
  leaving,
  sending,
  onSend,
}: Pick<OrderActionsProps, 'unsent' | 'leaving' | 'sending' | 'onSend'>) {
  const { t } = useTranslation()
  const can = useCan()
  const { count, stations: summary } = useStationWords()(unsent)
  const allowed = can('fact.roundSent')
  const idle = unsent.length === 0
  return (
    <Button
      look="primary"
      size="large"
      className="flex-1"
      data-testid={TEST_IDS.send}
      disabled={(idle && leaving.length === 0) || !allowed}
      aria-busy={sending}
      hint={summary.length > 0 ? summary.join(' · ') : undefined}
      onClick={onSend}
    >
      <Send aria-hidden size={20} />
      {sending ? (
        <span data-testid={TEST_IDS.saving}>{t('order.saving')}</span>
      ) : !allowed ? (
        t('command.right.missing')
      ) : idle ? (
        t(leaving.length > 0 ? 'order.sendNow' : 'order.nothingNew')
      ) : (
        t('order.send', { count })
      )}
    </Button>
  )
}
