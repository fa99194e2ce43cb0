import { useTranslation } from 'react-i18next'
import type { Bill, BillLine, OrderStatus } from '@orderez/core/orders'
import { useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Notice } from '../../ui/notice.tsx'
import type { OrderView } from '../order/index.ts'
import { BillActions } from './bill-actions.tsx'
import { BillDiscounts } from './bill-discounts.tsx'
import './bill-print.css'
import { PaperFoot, PaperHead } from './bill-paper.tsx'
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
        {bill.lines.map((line) => (
          <BillRow key={line.line.id} line={line} />
        ))}
      </ul>
      <dl className="flex flex-col gap-1 pt-2">
        <Sum label={t('pay.subtotal')} amount={money(bill.subtotal)} />
        {bill.charge > 0 ? <Sum label={t('pay.charge')} amount={money(bill.charge)} /> : null}
        {bill.taxAdded > 0 ? <Sum label={t('pay.tax')} amount={money(bill.taxAdded)} /> : null}
        {bill.rounding === 0 ? null : <Sum label={t('pay.rounding')} amount={money(bill.rounding)} />}
        <Sum label={t('pay.due')} amount={money(bill.due)} strong testId={TEST_IDS.billDue} value={bill.due} />
        {bill.taxIncluded > 0 ? <Sum label={t('pay.taxIncluded')} amount={money(bill.taxIncluded)} /> : null}
      </dl>
      <BillDiscounts view={view} />
      <PreBillSign share={share} />
      <BillActions view={view} share={share} />
      <span className="flex-1" />
      <PaymentList bill={bill} />
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

interface SumProps {
  readonly label: string
  readonly amount: string
  readonly strong?: boolean
  readonly testId?: string
  readonly value?: number
}

function Sum({ label, amount, strong = false, testId, value }: SumProps) {
  return (
    <div className={strong ? 'flex text-xl font-bold' : 'flex text-sm text-ink-2'}>
      <dt className="flex-1">{label}</dt>
      <dd data-testid={testId} data-amount={value}>
        {amount}
      </dd>
    </div>
  )
}
