import { useTranslation } from 'react-i18next'
import { orderClosed, type Bill, type BillDiscount } from '@orderez/core/orders'
import { withdrawDiscount } from '@orderez/core/payments'
import { useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import type { OrderView } from '../order/index.ts'
import { useWithdrawal } from './use-withdrawal.tsx'
import { WithdrawableRow } from './withdrawable-row.tsx'

interface BillDiscountsProps {
  readonly view: OrderView
  readonly share: Bill
}

/** Each discount with its reason; who may gives it up again. */
export function BillDiscounts({ view, share }: BillDiscountsProps) {
  const { t } = useTranslation()
  const { name } = useWords()
  const withdrawal = useWithdrawal(view, {
    right: 'fact.discountWithdrawn',
    titleOf: labelOf,
    command: (host, { discount }, given, context) => withdrawDiscount(host, discount, given, context),
  })
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

  return (
    <>
      {share.discounts.map((one) => (
        <WithdrawableRow
          key={one.discount}
          what={one}
          label={labelOf(one)}
          amount={-one.amount}
          testId={TEST_IDS.billDiscount}
          keyTestId={TEST_IDS.discountWithdraw}
          closed={closed}
          withdrawal={withdrawal}
        />
      ))}
      {withdrawal.sheets}
    </>
  )
}
