import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { orderClosed, type Bill, type BillDiscount } from '@orderez/core/orders'
import { withdrawDiscount } from '@orderez/core/payments'
import { useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { useApproval, type Approved } from '../approval/index.ts'
import type { OrderView } from '../order/index.ts'
import { ReasonSheet } from './reason-sheet.tsx'
import { SumRow } from './sum-row.tsx'
import { useBillCommand } from './use-bill-command.ts'

interface BillDiscountsProps {
  readonly view: OrderView
  readonly share: Bill
}

/** Each discount with its reason; who may gives it up again. */
export function BillDiscounts({ view, share }: BillDiscountsProps) {
  const { t } = useTranslation()
  const { name } = useWords()
  const approval = useApproval('fact.discountWithdrawn')
  const run = useBillCommand(view.state.id)
  const [leaving, setLeaving] = useState<BillDiscount | null>(null)
  const closed = orderClosed(view.state)

  /** With the dish where it is on one alone. */
  function labelOf({ discount, reason }: BillDiscount): string {
    const given = view.around.flatMap((state) => state.discounts).find((known) => known.discount === discount)
    const [only, ...more] = given?.basis.units ?? []
    const line = share.lines.length > 1 && more.length === 0 && share.lines.find((each) => each.line.id === only?.line)
    return line
      ? t('pay.discountOn', { dish: name(line.line.content.names), reason })
      : t('pay.discountFor', { reason })
  }

  async function withdraw({ discount, order }: BillDiscount, reason: string, approved: Approved): Promise<void> {
    const { approver, within } = approved
    await run((around) => {
      const host = around.find((state) => state.id === order)
      return host ? (context) => withdrawDiscount(host, discount, { reason, approver }, within(context)) : null
    })
  }

  return (
    <>
      {share.discounts.map((one) => (
        <SumRow key={one.discount} label={labelOf(one)} amount={-one.amount} testId={TEST_IDS.billDiscount}>
          {closed ? null : (
            <Button
              data-testid={TEST_IDS.discountWithdraw}
              hint={approval.needed ? t('approval.needed') : undefined}
              onClick={() => setLeaving(one)}
            >
              {t('pay.withdraw')}
            </Button>
          )}
        </SumRow>
      ))}
      {leaving ? (
        <ReasonSheet
          title={labelOf(leaving)}
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
    </>
  )
}
