import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Money } from '@orderez/core/kernel'
import { WHOLE_SHARE, type Bill, type PaymentRecord, type Tender, type UnitRef } from '@orderez/core/orders'
import { refundable, refundPayment, worthOfUnits } from '@orderez/core/payments'
import { usePerson, useUi, useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useApproval, type Approved } from '../approval/index.ts'
import { useNotices } from '../notices/index.ts'
import type { OrderView } from '../order/index.ts'
import { ReasonChoice } from './reason-choice.tsx'
import { RefundBy, type RefundWay } from './refund-by.tsx'
import { RefundLines } from './refund-lines.tsx'
import { RefundSum, type SumChoice } from './refund-sum.tsx'
import { RefundTender } from './refund-tender.tsx'
import { sumTyped } from './sum-typed.ts'
import { useBillCommand } from './use-bill-command.ts'

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
  const { branch } = usePerson()
  const drawer = useUi((state) => state.preferences.drawer)
  const approval = useApproval('fact.refunded')
  const notices = useNotices()
  const run = useBillCommand(view.state.id)
  const [by, setBy] = useState<RefundWay>('lines')
  const [units, setUnits] = useState<readonly UnitRef[]>([])
  const [typed, setTyped] = useState<SumChoice>({ typed: '', lowers: true })
  const [tender, setTender] = useState<Tender>(payment.tender)
  const [reason, setReason] = useState('')
  const at = { order: view.state.id, share: share.share ?? WHOLE_SHARE }
  const left = refundable(view.state, payment.payment)
  const wanted: Money = by === 'lines' ? worthOfUnits(view.around, at, units) : sumTyped(typed.typed, branch.currency)
  const amount = Math.min(wanted, left)
  const ready = amount > 0 && reason.trim() !== '' && (by === 'lines' || wanted <= left)

  async function refund({ approver, within }: Approved): Promise<void> {
    const how = by === 'lines' ? { units } : { lowers: typed.lowers }
    const request = {
      order: view.state.id,
      payment: payment.payment,
      amount,
      tender,
      reason: reason.trim(),
      approver,
      ...how,
      ...(tender === 'cash' && drawer !== null ? { drawer } : {}),
    }
    const facts = await run((around) => (context) => refundPayment(around, request, within(context)))
    if (!facts) return
    notices.say(t('pay.refundDone', { amount: money(amount), tender: t(`tender.${tender}`) }))
    onClose()
  }

  /** What the key does, or what is missing. */
  function does(): string {
    if (wanted > left && by === 'sum') return t('command.refund.tooMuch')
    if (amount === 0) return t(by === 'lines' ? 'pay.refundChoose' : 'pay.discountMissing')
    if (reason.trim() === '') return t('pay.reasonMissing')
    return t('pay.refundGive', { amount: money(amount), tender: t(`tender.${tender}`) })
  }

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
          <RefundBy by={by} onBy={setBy} />
          {by === 'lines' ? (
            <RefundLines share={share} onUnits={setUnits} />
          ) : (
            <RefundSum choice={typed} onChoice={setTyped} />
          )}
        </div>
        <div className="flex flex-col gap-4">
          <ReasonChoice use="refund" reason={reason} onReason={setReason} />
          <RefundTender paidBy={payment.tender} chosen={tender} onTender={setTender} />
          {wanted > left && by === 'lines' ? (
            <p className="text-sm text-late">{t('pay.refundRest', { wanted: money(wanted), left: money(left) })}</p>
          ) : null}
          <Button
            look="primary"
            size="large"
            data-testid={TEST_IDS.billConfirm}
            data-amount={amount}
            disabled={!ready}
            hint={approval.needed ? t('approval.needed') : undefined}
            onClick={() => approval.ask((approved) => void refund(approved))}
          >
            {does()}
          </Button>
        </div>
      </div>
      {approval.sheet}
    </Sheet>
  )
}
