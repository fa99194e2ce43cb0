import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Bill, BillCharge } from '@orderez/core/orders'
import { orderClosed } from '@orderez/core/orders'
import { withdrawCharge } from '@orderez/core/payments'
import { useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { useApproval, type Approved } from '../approval/index.ts'
import type { OrderView } from '../order/index.ts'
import { ReasonSheet } from './reason-sheet.tsx'
import { SumRow } from './sum-row.tsx'
import { useBillCommand } from './use-bill-command.ts'

interface BillChargesProps {
  readonly view: OrderView
  readonly share: Bill
}

/** Service, cover, delivery: each by its name. A till may take one off this bill. */
export function BillCharges({ view, share }: BillChargesProps) {
  const { t } = useTranslation()
  const { name } = useWords()
  const approval = useApproval('fact.chargeWithdrawn')
  const run = useBillCommand(view.state.id)
  const [leaving, setLeaving] = useState<BillCharge | null>(null)
  const closed = orderClosed(view.state)

  async function withdraw({ charge, order }: BillCharge, reason: string, approved: Approved): Promise<void> {
    const { approver, within } = approved
    await run((around) => {
      const host = around.find((state) => state.id === order)
      return host ? (context) => withdrawCharge(host, charge, { reason, approver }, within(context)) : null
    })
  }

  return (
    <>
      {share.charges
        .filter(({ amount }) => amount !== 0)
        .map((one) => (
          <SumRow key={one.charge} label={name(one.names)} amount={one.amount} testId={TEST_IDS.billCharge}>
            {closed ? null : (
              <Button
                data-testid={TEST_IDS.chargeWithdraw}
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
          title={name(leaving.names)}
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
