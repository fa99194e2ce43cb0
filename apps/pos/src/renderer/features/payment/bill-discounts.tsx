import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BillDiscount } from '@orderez/core/orders'
import { withdrawDiscount } from '@orderez/core/payments'
import { useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { useApproval, type Approved } from '../approval/index.ts'
import type { OrderView } from '../order/index.ts'
import { discountsOnce } from './discounts-once.ts'
import { ReasonSheet } from './reason-sheet.tsx'
import { useBillCommand } from './use-bill-command.ts'

/** Each discount with its reason; who may gives it up again. */
export function BillDiscounts({ view }: { readonly view: OrderView }) {
  const { t } = useTranslation()
  const { money } = useWords()
  const approval = useApproval('fact.discountWithdrawn')
  const run = useBillCommand(view.state.id)
  const [leaving, setLeaving] = useState<BillDiscount | null>(null)

  async function withdraw({ discount, order }: BillDiscount, reason: string, approved: Approved): Promise<void> {
    const { approver, within } = approved
    await run((around) => {
      const host = around.find((state) => state.id === order)
      return host ? (context) => withdrawDiscount(host, discount, { reason, approver }, within(context)) : null
    })
  }

  return (
    <ul className="flex flex-col gap-1">
      {discountsOnce(view.bill.discounts).map((one) => (
        <li
          key={one.discount}
          data-testid={TEST_IDS.billDiscount}
          data-amount={one.amount}
          className="flex items-center gap-2 text-sm text-ink-2"
        >
          <span className="flex-1">{t('pay.discountFor', { reason: one.reason })}</span>
          <span>{money(-one.amount)}</span>
          <Button
            hint={approval.needed ? t('approval.needed') : undefined}
            data-testid={TEST_IDS.discountWithdraw}
            onClick={() => setLeaving(one)}
          >
            {t('pay.withdraw')}
          </Button>
        </li>
      ))}
      {leaving ? (
        <ReasonSheet
          title={t('pay.discountFor', { reason: leaving.reason })}
          does={t('pay.withdraw')}
          use="discount"
          onReason={(reason) => {
            setLeaving(null)
            approval.ask((approved) => void withdraw(leaving, reason, approved))
          }}
          onClose={() => setLeaving(null)}
        />
      ) : null}
      {approval.sheet}
    </ul>
  )
}
