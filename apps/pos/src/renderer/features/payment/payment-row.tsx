import { useTranslation } from 'react-i18next'
import type { Money } from '@orderez/core/kernel'
import type { PaymentRecord } from '@orderez/core/orders'
import { useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'

const LOOKS = {
  confirmed: 'bg-ready-soft text-on-ready-soft',
  started: 'bg-wait-soft text-on-wait-soft',
  unknown: 'bg-wait-soft text-on-wait-soft',
  failed: 'bg-idle-soft text-on-idle-soft',
} as const satisfies { readonly [S in PaymentRecord['state']]: string }

interface PaymentRowProps {
  readonly payment: PaymentRecord
  readonly onSettle: () => void
  /** What can still go back; nothing has no button. */
  readonly left: Money
  readonly onRefund: () => void
}

/** A payment and what it was told was due then: a printed sum never changes. */
export function PaymentRow({ payment, left, onSettle, onRefund }: PaymentRowProps) {
  const { t } = useTranslation()
  const { money, time } = useWords()
  const { state, tip, change } = payment
  const pending = state === 'started' || state === 'unknown'
  return (
    <li
      data-testid={TEST_IDS.payment}
      data-amount={payment.amount}
      data-state={state}
      data-basis-due={payment.basis.due}
      className={classNames('flex items-center gap-2 rounded-md p-3', LOOKS[state])}
    >
      <span className="flex-1">
        {t(`tenderName.${payment.tender}`)} {time(payment.at.ms)}
        {state === 'confirmed' ? null : <b> {t(`paymentState.${state}`)}</b>}
        {state === 'unknown' ? <span className="block text-sm">{t('pay.checkProvider')}</span> : null}
        <span className="block text-sm">{t('pay.basis', { amount: money(payment.basis.due) })}</span>
        {tip > 0 ? (
          <span className="block text-sm" data-testid={TEST_IDS.paymentTip} data-amount={tip}>
            {t('pay.andTip', { tip: money(tip) })}
          </span>
        ) : null}
        {change > 0 ? (
          <span className="block text-sm">
            {t('pay.gave', { tendered: money(payment.tendered), change: money(change) })}
          </span>
        ) : null}
      </span>
      <span className="flex flex-col items-end gap-1">
        <b className={state === 'failed' ? 'line-through' : ''}>{money(payment.amount)}</b>
        {pending ? (
          <Button data-testid={TEST_IDS.settlePayment} onClick={onSettle}>
            {t('pay.settlePayment')}
          </Button>
        ) : null}
        {state === 'confirmed' && left > 0 ? (
          <Button data-testid={TEST_IDS.refund} onClick={onRefund}>
            {t('pay.refund')}
          </Button>
        ) : null}
      </span>
    </li>
  )
}
