import { useTranslation } from 'react-i18next'
import { orderClosed, WHOLE_SHARE, type Bill } from '@orderez/core/orders'
import { roundBill } from '@orderez/core/payments'
import { useCan } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import type { OrderView } from '../order/index.ts'
import { SumRow } from './sum-row.tsx'
import { useBillCommand } from './use-bill-command.ts'

interface BillRoundingProps {
  readonly view: OrderView
  readonly share: Bill
}

/** What rounding took off or added; one tap takes it back while nothing was closed with it. */
export function BillRounding({ view, share }: BillRoundingProps) {
  const { t } = useTranslation()
  const allowed = useCan()('fact.rounded')
  const run = useBillCommand(view.state.id)
  if (share.rounding === 0) return null
  const at = { order: view.state.id, share: share.share ?? WHOLE_SHARE }
  return (
    <SumRow label={t('pay.rounding')} amount={share.rounding} testId={TEST_IDS.billRounding}>
      {orderClosed(view.state) ? null : (
        <Button
          data-testid={TEST_IDS.roundingWithdraw}
          disabled={!allowed}
          hint={allowed ? undefined : t('command.right.missing')}
          onClick={() => void run((around) => (context) => roundBill(around, { at, amount: 0 }, context))}
        >
          {t('pay.withdraw')}
        </Button>
      )}
    </SumRow>
  )
}
