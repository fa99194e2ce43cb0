import { useState } from 'react'
import { BadgePercent } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { orderClosed, WHOLE_SHARE, type Bill } from '@orderez/core/orders'
import { giveDiscount } from '@orderez/core/payments'
import { useCan } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import type { OrderView } from '../order/index.ts'
import { DiscountSheet } from './discount-sheet.tsx'
import { useBillCommand } from './use-bill-command.ts'

interface BillActionsProps {
  readonly view: OrderView
  readonly share: Bill
}

/** What can be done to a bill before it is paid. Disabled, each says why. */
export function BillActions({ view, share }: BillActionsProps) {
  const { t } = useTranslation()
  const can = useCan()
  const run = useBillCommand(view.state.id)
  const [discounting, setDiscounting] = useState(false)
  const at = { order: view.state.id, share: share.share ?? WHOLE_SHARE }
  const closed = orderClosed(view.state)
  const whyNot = (allowed: boolean) =>
    closed
      ? t('orderStatus.closed')
      : allowed
        ? share.due > 0
          ? undefined
          : t('command.bill.empty')
        : t('command.right.missing')
  const noDiscount = whyNot(can('fact.discountGiven'))

  return (
    <div className="grid grid-cols-2 gap-2">
      <Button
        data-testid={TEST_IDS.discount}
        disabled={noDiscount !== undefined}
        hint={noDiscount}
        onClick={() => setDiscounting(true)}
      >
        <BadgePercent aria-hidden size={20} />
        {t('pay.discount')}
      </Button>
      {discounting ? (
        <DiscountSheet
          due={share.due}
          onClose={() => setDiscounting(false)}
          onGive={(method, reason) => {
            setDiscounting(false)
            void run((around) => (context) => giveDiscount(around, { at, method, reason }, context))
          }}
        />
      ) : null}
    </div>
  )
}
