import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PaymentId } from '@orderez/core/kernel'
import type { Bill } from '@orderez/core/orders'
import type { OrderView } from '../order/index.ts'
import { PaymentRow } from './payment-row.tsx'
import { QrSheet } from './qr-sheet.tsx'

interface PaymentListProps {
  readonly view: OrderView
  readonly share: Bill
}

/** What was paid, and what is still on its way with the way to settle it. */
export function PaymentList({ view, share }: PaymentListProps) {
  const { t } = useTranslation()
  const [settling, setSettling] = useState<PaymentId | null>(null)
  const waiting = share.payments.find(({ payment }) => payment === settling)
  if (share.payments.length === 0) return null
  return (
    <section>
      <h2 className="text-sm font-bold text-ink-2">{t('pay.paid')}</h2>
      <ul className="flex flex-col gap-1">
        {share.payments.map((payment) => (
          <PaymentRow key={payment.payment} payment={payment} onSettle={() => setSettling(payment.payment)} />
        ))}
      </ul>
      {waiting ? <QrSheet view={view} payment={waiting} onClose={() => setSettling(null)} /> : null}
    </section>
  )
}
