import type { ReactNode } from 'react'
import { WHOLE_SHARE, type Bill, type UnitRef } from '@orderez/core/orders'
import { giveDiscount, type DiscountRequest } from '@orderez/core/payments'
import { useApproval } from '../approval/index.ts'
import type { OrderView } from '../order/index.ts'
import { useBillCommand } from './use-bill-command.ts'

interface GiveDiscount {
  readonly needsApproval: boolean
  /** Of the whole share, or of some units of it. */
  readonly give: (method: DiscountRequest['method'], reason: string, units?: readonly UnitRef[]) => void
  readonly sheet: ReactNode
}

export function useGiveDiscount(view: OrderView, share: Bill): GiveDiscount {
  const approval = useApproval('fact.discountGiven')
  const run = useBillCommand(view.state.id)
  const at = { order: view.state.id, share: share.share ?? WHOLE_SHARE }
  return {
    needsApproval: approval.needed,
    give: (method, reason, units) =>
      approval.ask(({ approver, within }) => {
        const given = { at, method, reason, approver, ...(units ? { units } : {}) }
        void run((around) => (context) => giveDiscount(around, given, within(context)))
      }),
    sheet: approval.sheet,
  }
}
