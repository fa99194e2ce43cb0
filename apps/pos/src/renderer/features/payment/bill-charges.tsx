import { orderClosed, type Bill, type BillCharge } from '@orderez/core/orders'
import { withdrawCharge } from '@orderez/core/payments'
import { useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import type { OrderView } from '../order/index.ts'
import { useWithdrawal } from './use-withdrawal.tsx'
import { WithdrawableRow } from './withdrawable-row.tsx'

interface BillChargesProps {
  readonly view: OrderView
  readonly share: Bill
}

/** Service, cover, delivery: each by its name. A till may take one off this bill. */
export function BillCharges({ view, share }: BillChargesProps) {
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
          <WithdrawableRow
            key={one.charge}
            what={one}
            label={name(one.names)}
            amount={one.amount}
            testId={TEST_IDS.billCharge}
            keyTestId={TEST_IDS.chargeWithdraw}
            closed={closed}
            withdrawal={withdrawal}
          />
        ))}
      {withdrawal.sheets}
    </>
  )
}
