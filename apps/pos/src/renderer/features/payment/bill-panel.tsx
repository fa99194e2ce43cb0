import { useTranslation } from 'react-i18next'
import type { Bill, BillLine, OrderStatus } from '@orderez/core/orders'
import { useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Notice } from '../../ui/notice.tsx'
import type { OrderView } from '../order/index.ts'
import { BillActions } from './bill-actions.tsx'
import { PaperFoot, PaperHead } from './bill-paper.tsx'
import './bill-print.css'
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
  const { bill } = view
  const lateUnits = bill.late.reduce((sum, ref) => sum + ref.units.length, 0)
  return (
    <section
      aria-label={t('pay.bill')}
      data-print="bill"
      className="pay-bill flex min-h-0 flex-col gap-2 overflow-y-auto bg-surface p-4"
    >
      <PaperHead state={view.state} />
      {lateUnits > 0 && bill.open > 0 ? (
        <Notice tone="wait" data-testid={TEST_IDS.remainder} data-open={bill.open}>
          {t('pay.remainder', { count: lateUnits, amount: money(bill.open) })}
        </Notice>
      ) : null}
      <ul>
        {share.lines.map((line) => (
          <BillRow key={line.line.id} line={line} />
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
          className="rounded-md bg-idle-soft p-3 text-on-idle-soft"
        >
          {t(`orderStatus.${status}`)}
        </p>
      ) : null}
    </section>
  )
}

function BillRow({ line }: { readonly line: BillLine }) {
  const { t } = useTranslation()
  const { name, money } = useWords()
  const voided = line.units.length === 0
  return (
    <li
      data-testid={TEST_IDS.billLine}
      data-line={line.line.id}
      data-amount={line.amount}
      className="flex gap-3 border-b border-line py-2"
    >
      <b className="min-w-6">{voided ? line.voidedUnits.length : line.units.length}</b>
      <span className="flex-1">
        <span className={voided ? 'line-through' : ''}>{name(line.line.content.names)}</span>
        {line.voidedUnits.length > 0 ? (
          <span className="block text-sm text-late">{t('pay.voided', { count: line.voidedUnits.length })}</span>
        ) : null}
        {line.compedUnits.length > 0 ? (
          <span className="block text-sm text-on-brand-soft">
            {t('pay.comped', { count: line.compedUnits.length })}
          </span>
        ) : null}
      </span>
      <span>{money(line.amount)}</span>
    </li>
  )
}
