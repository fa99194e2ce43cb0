import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { reasonNames } from '@orderez/core/branch'
import type { PaymentId } from '@orderez/core/kernel'
import type { Bill } from '@orderez/core/orders'
import { refundable } from '@orderez/core/payments'
import { usePerson, useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import type { OrderView } from '../order/index.ts'
import { PaymentRow } from './payment-row.tsx'
import { QrSheet } from './qr-sheet.tsx'
import { RefundSheet } from './refund-sheet.tsx'

interface PaymentListProps {
  readonly view: OrderView
  readonly share: Bill
}

/** What was paid, and what is still on its way with the way to settle it. */
export function PaymentList({ view, share }: PaymentListProps) {
  const { t } = useTranslation()
  const { name, money, time } = useWords()
  const { branch } = usePerson()
  const [settling, setSettling] = useState<PaymentId | null>(null)
  const [refunding, setRefunding] = useState<PaymentId | null>(null)
  const returning = share.payments.find(({ payment }) => payment === refunding)
  const waiting = share.payments.find(({ payment }) => payment === settling)
  if (share.payments.length === 0) return null
  return (
    <section>
      <h2 className="text-sm font-bold text-ink-2">{t('pay.paid')}</h2>
      <ul className="flex flex-col gap-1">
        {share.payments.map((payment) => (
          <PaymentRow
            key={payment.payment}
            payment={payment}
            left={refundable(view.state, payment.payment)}
            onSettle={() => setSettling(payment.payment)}
            onRefund={() => setRefunding(payment.payment)}
          />
        ))}
        {share.refunds.map((refund) => (
          <li
            key={refund.refund}
            data-testid={TEST_IDS.refundRow}
            data-amount={refund.amount}
            className="flex gap-2 rounded-md bg-idle-soft p-3 text-on-idle-soft"
          >
            <span className="flex-1">
              {t('pay.refundedBy', { tender: t(`tender.${refund.tender}`), time: time(refund.at.ms) })}
              <span className="block text-sm">{name(reasonNames(branch, refund.reason))}</span>
            </span>
            <b>{money(-refund.amount)}</b>
          </li>
        ))}
      </ul>
      {returning ? (
        <RefundSheet view={view} share={share} payment={returning} onClose={() => setRefunding(null)} />
      ) : null}
      {waiting ? <QrSheet view={view} payment={waiting} onClose={() => setSettling(null)} /> : null}
    </section>
  )
}
