import { ChevronDown, ChevronUp, Receipt, Send } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { unsentAmount } from '@orderez/core/carts'
import { unitCount, type Money } from '@orderez/core/kernel'
import { screenEntered, useCan, useUiDispatch, useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { useColumns } from '../../ui/use-wide.ts'
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

/** The bar that never moves: the sum, the bill, and Send, which says what goes where. Where the slip is no column, the sum opens it. */
export function OrderActions({ view, unsent, leaving, sending, onSend, slipOpen, onSlip }: OrderActionsProps) {
  const { t } = useTranslation()
  const dispatch = useUiDispatch()
  const columns = useColumns()
  const draft = [...unsent, ...leaving].reduce((sum, line) => sum + unsentAmount(line), 0)
  const sums = { due: view.bill.due, draft }
  return (
    <footer className="order-actions flex flex-col gap-2 border-t border-line bg-surface p-2 pt-1 pb-3 tablet:p-4">
      {columns ? <Sums {...sums} /> : <SlipKey {...sums} unsent={unsent} slipOpen={slipOpen} onSlip={onSlip} />}
      <div className="flex gap-2">
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

interface SumsProps {
  readonly due: Money
  readonly draft: Money
}

function Sums({ due, draft }: SumsProps) {
  const { t } = useTranslation()
  const { money } = useWords()
  return (
    <p className="flex items-baseline gap-4 text-sm text-ink-2">
      <span>{t('order.sentSum', { amount: money(due) })}</span>
      <span className="flex-1">{draft > 0 ? t('order.unsentSum', { amount: money(draft) }) : null}</span>
      <b className="text-xl text-ink" data-testid={TEST_IDS.orderTotal}>
        {money(due + draft)}
      </b>
    </p>
  )
}

type SlipKeyProps = SumsProps & Pick<OrderActionsProps, 'unsent' | 'slipOpen' | 'onSlip'>

/** One line for the whole slip: what is unsent, and what it comes to with what was sent. A tap shows it, another the dishes again. */
function SlipKey({ due, draft, unsent, slipOpen, onSlip }: SlipKeyProps) {
  const { t } = useTranslation()
  const { name, money } = useWords()
  const { count } = useStationWords()(unsent)
  const dishes = unsent.filter(({ line }) => line.parent === undefined)
  const words = dishes.map(({ line, quantity }) => `${name(line.names)} ${unitCount(quantity, line.unit)}`)
  const Way = slipOpen ? ChevronDown : ChevronUp
  return (
    <button
      type="button"
      data-testid={TEST_IDS.showSlip}
      aria-expanded={slipOpen}
      onClick={onSlip}
      className="press flex min-h-(--touch-step) items-center gap-2 rounded-md px-1 text-left"
    >
      <span className="sr-only">{t('order.slip')}</span>
      {count > 0 ? (
        <span className="flex min-w-8 items-center justify-center rounded-full bg-brand px-1 text-sm/8 font-bold text-on-brand">
          {count}
        </span>
      ) : null}
      <span className="min-w-0 flex-1 truncate text-sm text-ink-2">
        {slipOpen ? t('order.menu') : words.length > 0 ? words.join(' · ') : t('order.sentSum', { amount: money(due) })}
      </span>
      <b className="text-xl" data-testid={TEST_IDS.orderTotal}>
        {money(due + draft)}
      </b>
      <Way aria-hidden size={22} />
    </button>
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
  const { count, stations: summary, nowhere } = useStationWords()(unsent)
  const allowed = can('fact.roundSent')
  const idle = unsent.length === 0
  return (
    <Button
      look="primary"
      size="large"
      className="flex-1"
      data-testid={TEST_IDS.send}
      disabled={(idle && leaving.length === 0) || !allowed || nowhere}
      aria-busy={sending}
      hint={summary.length > 0 ? summary.join(' · ') : undefined}
      onClick={onSend}
    >
      <Send aria-hidden size={20} />
      {sending ? (
        <span data-testid={TEST_IDS.saving}>{t('order.saving')}</span>
      ) : !allowed ? (
        t('command.right.missing')
      ) : nowhere ? (
        t('order.noStation')
      ) : idle ? (
        t(leaving.length > 0 ? 'order.sendNow' : 'order.nothingNew')
      ) : (
        t('order.send', { count })
      )}
    </Button>
  )
}
