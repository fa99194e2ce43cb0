import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BillDiscount } from '@orderez/core/orders'
import { withdrawDiscount } from '@orderez/core/payments'
import { useCan, useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import type { OrderView } from '../order/index.ts'
import { discountsOnce } from './discounts-once.ts'
import { ReasonSheet } from './reason-sheet.tsx'
import { useBillCommand } from './use-bill-command.ts'

/** Each discount with its reason; who may gives it up again. */
export function BillDiscounts({ view }: { readonly view: OrderView }) {
  const { t } = useTranslation()
  const { money } = useWords()
  const can = useCan()
  const run = useBillCommand(view.state.id)
  const [leaving, setLeaving] = useState<BillDiscount | null>(null)
  const allowed = can('fact.discountWithdrawn')

  async function withdraw({ discount, order }: BillDiscount, reason: string): Promise<void> {
    await run((around) => {
      const host = around.find((state) => state.id === order)
      return host ? (context) => withdrawDiscount(host, discount, { reason }, context) : null
    })
    setLeaving(null)
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
            disabled={!allowed}
            hint={allowed ? undefined : t('command.right.missing')}
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
          onReason={(reason) => void withdraw(leaving, reason)}
          onClose={() => setLeaving(null)}
        />
      ) : null}
    </ul>
  )
}
