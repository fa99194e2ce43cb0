import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Bill, BillTax } from '@orderez/core/orders'
import { useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import type { OrderView } from '../order/index.ts'
import { BillCharges } from './bill-charges.tsx'
import { BillDiscounts } from './bill-discounts.tsx'
import { BillRounding } from './bill-rounding.tsx'
import { SumRow } from './sum-row.tsx'

interface BillSumsProps {
  readonly view: OrderView
  readonly share: Bill
}

/** How the dishes come to what is due; what was added or taken off by a person can be taken back where it stands. */
export function BillSums({ view, share }: BillSumsProps) {
  const { t } = useTranslation()
  const { money } = useWords()
  return (
    <dl className="flex flex-col gap-1 pt-2">
      <SumRow label={t('pay.subtotal')} amount={share.subtotal} />
      <BillDiscounts view={view} share={share} />
      <BillCharges view={view} share={share} />
      {taxRows(share.taxes, false).map(({ key, ratePpm, tax }) => (
        <SumRow
          key={key}
          label={t('pay.taxAdded', { rate: percent(ratePpm) })}
          amount={tax}
          testId={TEST_IDS.billTax}
        />
      ))}
      <BillRounding view={view} share={share} />
      <Due label={t('pay.due')} amount={share.due}>
        {money(share.due)}
      </Due>
      {taxRows(share.taxes, true).map(({ key, ratePpm, tax }) => (
        <SumRow key={key} label={t('pay.taxIn', { rate: percent(ratePpm) })} amount={tax} testId={TEST_IDS.billTax} />
      ))}
    </dl>
  )
}

interface DueProps {
  readonly label: string
  readonly amount: number
  readonly children: ReactNode
}

function Due({ label, amount, children }: DueProps) {
  return (
    <div className="flex text-xl font-bold">
      <dt className="flex-1">{label}</dt>
      <dd data-testid={TEST_IDS.billDue} data-amount={amount}>
        {children}
      </dd>
    </div>
  )
}

/** One row a rate; a rate that came to nothing says nothing. */
function taxRows(taxes: readonly BillTax[], inclusive: boolean): readonly (BillTax & { readonly key: string })[] {
  return taxes
    .filter((tax) => tax.inclusive === inclusive && tax.tax !== 0)
    .map((tax) => ({ ...tax, key: `${tax.ratePpm} ${inclusive}` }))
}

const PPM_OF_PERCENT = 10_000

function percent(ratePpm: number): string {
  return `${ratePpm / PPM_OF_PERCENT}%`
}
