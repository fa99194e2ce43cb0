import { useTranslation } from 'react-i18next'
import { orderClosed, type Bill, type BillCharge } from '@orderez/core/orders'
import { withdrawCharge } from '@orderez/core/payments'
import { useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import type { OrderView } from '../order/index.ts'
import { SumRow } from './sum-row.tsx'
import { useWithdrawal } from './use-withdrawal.tsx'

interface BillChargesProps {
  readonly view: OrderView
  readonly share: Bill
}

/** Service, cover, delivery: each by its name. A till may take one off this bill. */
export function BillCharges({ view, share }: BillChargesProps) {
  const { t } = useTranslation()
  const { name } = useWords()
  const withdrawal = useWithdrawal<BillCharge>(view, {
    right: 'fact.chargeWithdrawn',
    titleOf: ({ names }) => name(names),
    command: (host, { charge }, given, context) => withdrawCharge(host, charge, given, context),
  })
  const closed = orderClosed(view.state)

  return (
    <>
      {share.charges
        .filter(({ amount }) => amount !== 0)
        .map((one) => (
          <SumRow key={one.charge} label={name(one.names)} amount={one.amount} testId={TEST_IDS.billCharge}>
            {closed ? null : (
              <Button
                data-testid={TEST_IDS.chargeWithdraw}
                hint={withdrawal.needsApproval ? t('approval.needed') : undefined}
                onClick={() => withdrawal.ask(one)}
              >
                {t('pay.withdraw')}
              </Button>
            )}
          </SumRow>
        ))}
      {withdrawal.sheets}
    </>
  )
}
