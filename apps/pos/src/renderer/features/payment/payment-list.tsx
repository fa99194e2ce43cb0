import { useTranslation } from 'react-i18next'
import type { Bill } from '@orderez/core/orders'
import { useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'

/** What was paid, and what it was told was due then: a printed sum never changes. */
export function PaymentList({ bill }: { readonly bill: Bill }) {
  const { t } = useTranslation()
  const { money, time } = useWords()
  if (bill.payments.length === 0) return null
  return (
    <section>
      <h2 className="text-sm font-bold text-ink-2">{t('pay.paid')}</h2>
      <ul className="flex flex-col gap-1">
        {bill.payments.map((payment) => (
          <li
            key={payment.payment}
            data-testid={TEST_IDS.payment}
            data-amount={payment.amount}
            data-basis-due={payment.basis.due}
            className="flex gap-2 rounded-md bg-ready-soft p-3 text-on-ready-soft"
          >
            <span className="flex-1">
              {t(`tender.${payment.tender}`)} {time(payment.at.ms)}
              {payment.state === 'confirmed' ? null : <b> {t(`paymentState.${payment.state}`)}</b>}
              <span className="block text-sm">{t('pay.basis', { amount: money(payment.basis.due) })}</span>
              {payment.tip > 0 ? (
                <span className="block text-sm" data-testid={TEST_IDS.paymentTip} data-amount={payment.tip}>
                  {t('pay.andTip', { tip: money(payment.tip) })}
                </span>
              ) : null}
              {payment.change > 0 ? (
                <span className="block text-sm">
                  {t('pay.gave', { tendered: money(payment.tendered), change: money(payment.change) })}
                </span>
              ) : null}
            </span>
            <b>{money(payment.amount)}</b>
          </li>
        ))}
      </ul>
    </section>
  )
}
