import { useState } from 'react'
import { BadgePercent, Printer } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { orderClosed, WHOLE_SHARE, type Bill } from '@orderez/core/orders'
import { printPreBill } from '@orderez/core/payments'
import { useCan } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import type { OrderView } from '../order/index.ts'
import { DiscountSheet } from './discount-sheet.tsx'
import { RoundButton } from './round-button.tsx'
import { ServiceButton } from './service-button.tsx'
import { useBillCommand } from './use-bill-command.ts'
import { useGiveDiscount } from './use-give-discount.ts'

interface BillActionsProps {
  readonly view: OrderView
  readonly share: Bill
}

/** What can be done to a bill before it is paid. Disabled, each says why. A closed one is only printed again. */
export function BillActions({ view, share }: BillActionsProps) {
  const { t } = useTranslation()
  const can = useCan()
  const discount = useGiveDiscount(view, share)
  const run = useBillCommand(view.state.id)
  const [discounting, setDiscounting] = useState(false)
  const at = { order: view.state.id, share: share.share ?? WHOLE_SHARE }
  const closed = orderClosed(view.state)
  const empty = share.due > 0 ? undefined : t('command.bill.empty')
  const noDiscount = closed ? t('orderStatus.closed') : empty
  const noPrint = closed || can('fact.preBillPrinted') ? empty : t('command.right.missing')

  /** Said first, so that what is on paper is what the log says was printed. What is closed says nothing new. */
  async function print(): Promise<void> {
    const facts = closed || (await run((around) => (context) => printPreBill(around, at, context)))
    if (facts) window.print()
  }

  return (
    <div className="grid grid-cols-2 gap-2">
      <Button
        data-testid={TEST_IDS.discount}
        disabled={noDiscount !== undefined}
        hint={noDiscount ?? (discount.needsApproval ? t('approval.needed') : undefined)}
        onClick={() => setDiscounting(true)}
      >
        <BadgePercent aria-hidden size={20} />
        {t('pay.discount')}
      </Button>
      <Button
        data-testid={TEST_IDS.preBill}
        disabled={noPrint !== undefined}
        hint={noPrint}
        onClick={() => void print()}
      >
        <Printer aria-hidden size={20} />
        {t(closed ? 'pay.receipt' : 'pay.preBill')}
      </Button>
      <ServiceButton view={view} share={share} />
      <RoundButton view={view} share={share} />
      {discounting ? (
        <DiscountSheet
          title={t('pay.discountTitle')}
          due={share.due}
          onClose={() => setDiscounting(false)}
          onGive={(method, reason) => {
            setDiscounting(false)
            discount.give(method, reason)
          }}
        />
      ) : null}
      {discount.sheet}
    </div>
  )
}
