import { Scissors } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { orderClosed, WHOLE_SHARE, type Bill } from '@orderez/core/orders'
import { roundBill, roundOff } from '@orderez/core/payments'
import { useCan, usePerson, useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import type { OrderView } from '../order/index.ts'
import { useBillCommand } from './use-bill-command.ts'

interface RoundButtonProps {
  readonly view: OrderView
  readonly share: Bill
}

/** One tap rounds by the branch's rule; it says by how much. A branch that rounds nothing has no such button. */
export function RoundButton({ view, share }: RoundButtonProps) {
  const { t } = useTranslation()
  const { money } = useWords()
  const { branch } = usePerson()
  const allowed = useCan()('fact.rounded')
  const run = useBillCommand(view.state.id)
  if (!branch.rounding) return null
  const amount = roundOff(share, branch.rounding)
  const whyNot = orderClosed(view.state)
    ? t('orderStatus.closed')
    : !allowed
      ? t('command.right.missing')
      : amount === null
        ? t('pay.roundEven')
        : undefined
  const at = { order: view.state.id, share: share.share ?? WHOLE_SHARE }
  return (
    <Button
      className="col-span-2"
      data-testid={TEST_IDS.roundBill}
      disabled={whyNot !== undefined}
      hint={whyNot}
      onClick={() => {
        if (amount !== null) void run((around) => (context) => roundBill(around, { at, amount }, context))
      }}
    >
      <Scissors aria-hidden size={20} />
      {amount === null ? t('pay.round') : t('pay.roundBy', { amount: money(amount - share.rounding) })}
    </Button>
  )
}
