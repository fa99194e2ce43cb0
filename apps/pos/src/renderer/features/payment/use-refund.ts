import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Money } from '@orderez/core/kernel'
import { WHOLE_SHARE, type Bill, type PaymentRecord, type Tender, type UnitRef } from '@orderez/core/orders'
import { refundable, refundPayment, worthOfUnits } from '@orderez/core/payments'
import { usePerson, useUi, useWords } from '../../state/index.ts'
import type { Approved } from '../approval/index.ts'
import { useNotices } from '../notices/index.ts'
import type { OrderView } from '../order/index.ts'
import type { RefundWay } from './refund-by.tsx'
import type { SumChoice } from './refund-sum.tsx'
import { sumTyped } from './sum-typed.ts'
import { useBillCommand } from './use-bill-command.ts'

/** What is to be given back, as far as it is chosen. */
export interface RefundPlan {
  readonly by: RefundWay
  readonly units: readonly UnitRef[]
  readonly sum: SumChoice
  readonly tender: Tender
  readonly reason: string
}

/** A refund of one payment while it is put together, and the giving of it. */
export function useRefund(view: OrderView, share: Bill, payment: PaymentRecord, onDone: () => void) {
  const { t } = useTranslation()
  const { money } = useWords()
  const { branch } = usePerson()
  const drawer = useUi((state) => state.preferences.drawer)
  const notices = useNotices()
  const order = view.state.id
  const run = useBillCommand(order)
  const [plan, setPlan] = useState<RefundPlan>({
    by: 'lines',
    units: [],
    sum: { typed: '', lowers: true },
    tender: payment.tender,
    reason: '',
  })
  const { by, units, sum, tender, reason } = plan
  const left = refundable(view.state, payment.payment)
  const at = { order, share: share.share ?? WHOLE_SHARE }
  const wanted: Money = by === 'lines' ? worthOfUnits(view.around, at, units) : sumTyped(sum.typed, branch.currency)
  const amount = Math.min(wanted, left)

  async function give({ approver, within }: Approved): Promise<void> {
    const request = {
      order,
      payment: payment.payment,
      amount,
      tender,
      reason: reason.trim(),
      approver,
      ...(by === 'lines' ? { units } : { lowers: sum.lowers }),
      ...(tender === 'cash' && drawer !== null ? { drawer } : {}),
    }
    const facts = await run((around) => (context) => refundPayment(around, request, within(context)))
    if (!facts) return
    notices.say(t('pay.refundDone', { amount: money(amount), tender: t(`tender.${tender}`) }))
    onDone()
  }
  return { plan, change: (next: Partial<RefundPlan>) => setPlan((last) => ({ ...last, ...next })), wanted, left, give }
}
