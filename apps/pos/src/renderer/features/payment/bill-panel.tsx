import { useTranslation } from 'react-i18next'
import type { Bill, OrderStatus } from '@orderez/core/orders'
import { useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Notice } from '../../ui/notice.tsx'
import type { OrderView } from '../order/index.ts'
import { BillActions } from './bill-actions.tsx'
import { PaperFoot, PaperHead } from './bill-paper.tsx'
import './bill-print.css'
import { BillRow } from './bill-row.tsx'
import { BillSums } from './bill-sums.tsx'
import { PaymentList } from './payment-list.tsx'
import { PreBillSign } from './pre-bill-sign.tsx'

interface BillPanelProps {
  readonly view: OrderView
  readonly share: Bill
  readonly status: OrderStatus
}

/** The bill as it stands. What came after a payment is named as a remainder; what was paid for does not change. */
export function BillPanel({ view, share, status }: BillPanelProps) {
  const { t } = useTranslation()
  const { money } = useWords()
  const late = share.late.reduce((sum, { units }) => sum + units.length, 0)
  return (
    <section
      aria-label={t('pay.bill')}
      data-print="bill"
      className="pay-bill flex min-h-0 flex-col gap-2 overflow-y-auto bg-surface p-4"
    >
      <PaperHead state={view.state} />
      {late > 0 && share.open > 0 ? (
        <Notice tone="wait" data-testid={TEST_IDS.remainder} data-open={share.open}>
          {t('pay.remainder', { count: late, amount: money(share.open) })}
        </Notice>
      ) : null}
      <ul>
        {share.lines.map((line) => (
          <BillRow key={line.line.id} view={view} share={share} line={line} />
        ))}
      </ul>
      <BillSums view={view} share={share} />
      <PreBillSign share={share} />
      <BillActions view={view} share={share} />
      <span className="flex-1" />
      <PaymentList view={view} share={share} />
      <PaperFoot />
      {status === 'closed' || status === 'cancelled' || status === 'remainder' ? (
        <p
          data-testid={TEST_IDS.closedSign}
          data-status={status}
          className="rounded-md bg-idle-soft p-3 text-on-idle-soft print:hidden"
        >
          {t(`orderStatus.${status}`)}
        </p>
      ) : null}
    </section>
  )
}
