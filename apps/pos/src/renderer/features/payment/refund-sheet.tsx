import { useTranslation } from 'react-i18next'
import type { Money } from '@orderez/core/kernel'
import type { Bill, PaymentRecord } from '@orderez/core/orders'
import { useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useApproval } from '../approval/index.ts'
import type { OrderView } from '../order/index.ts'
import { ReasonChoice } from './reason-choice.tsx'
import { RefundBy } from './refund-by.tsx'
import { RefundLines } from './refund-lines.tsx'
import { RefundSum } from './refund-sum.tsx'
import { RefundTender } from './refund-tender.tsx'
import { useRefund, type RefundPlan } from './use-refund.ts'

interface RefundSheetProps {
  readonly view: OrderView
  readonly share: Bill
  readonly payment: PaymentRecord
  readonly onClose: () => void
}

/** Money back against one payment: for dishes, which then leave the bill, or a sum; why, and in which way it goes back. */
export function RefundSheet({ view, share, payment, onClose }: RefundSheetProps) {
  const { t } = useTranslation()
  const { money } = useWords()
  const { plan, change, wanted, left, give } = useRefund(view, share, payment, onClose)
  return (
    <Sheet
      title={t('pay.refundTitle', { tender: t(`tender.${payment.tender}`), amount: money(left) })}
      closeLabel={t('sheet.close')}
      onClose={onClose}
      testId={TEST_IDS.refundSheet}
      wide
    >
      <div className="grid grid-cols-1 gap-4 phone:grid-cols-2">
        <div className="flex flex-col gap-4">
          <RefundBy by={plan.by} onBy={(by) => change({ by })} />
          {plan.by === 'lines' ? (
            <RefundLines share={share} onUnits={(units) => change({ units })} />
          ) : (
            <RefundSum choice={plan.sum} onChoice={(sum) => change({ sum })} />
          )}
        </div>
        <div className="flex flex-col gap-4">
          <ReasonChoice use="refund" reason={plan.reason} onReason={(reason) => change({ reason })} />
          <RefundTender paidBy={payment.tender} chosen={plan.tender} onTender={(tender) => change({ tender })} />
          {wanted > left && plan.by === 'lines' ? (
            <p className="text-sm text-late">{t('pay.refundRest', { wanted: money(wanted), left: money(left) })}</p>
          ) : null}
          <GiveButton plan={plan} wanted={wanted} left={left} onGive={give} />
        </div>
      </div>
    </Sheet>
  )
}

interface GiveButtonProps extends Pick<ReturnType<typeof useRefund>, 'plan' | 'wanted' | 'left'> {
  readonly onGive: ReturnType<typeof useRefund>['give']
}

/** Says what it does, or what is missing; a manager's PIN where the person may not by themselves. */
function GiveButton({ plan, wanted, left, onGive }: GiveButtonProps) {
  const { t } = useTranslation()
  const { money } = useWords()
  const approval = useApproval('fact.refunded')
  const amount = Math.min(wanted, left)
  const missing = missingFrom(plan, wanted, left)
  return (
    <>
      <Button
        look="primary"
        size="large"
        data-testid={TEST_IDS.billConfirm}
        data-amount={amount}
        disabled={missing !== null}
        hint={approval.needed ? t('approval.needed') : undefined}
        onClick={() => approval.ask((approved) => void onGive(approved))}
      >
        {missing ? t(missing) : t('pay.refundGive', { amount: money(amount), tender: t(`tender.${plan.tender}`) })}
      </Button>
      {approval.sheet}
    </>
  )
}

function missingFrom({ by, reason }: RefundPlan, wanted: Money, left: Money) {
  if (by === 'sum' && wanted > left) return 'command.refund.tooMuch'
  if (Math.min(wanted, left) === 0) return by === 'lines' ? 'pay.refundChoose' : 'pay.discountMissing'
  return reason.trim() === '' ? 'pay.reasonMissing' : null
}
