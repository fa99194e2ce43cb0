import { Printer } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Bill } from '@orderez/core/orders'
import { useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'

/** The sum that was printed never changes; what is due now stands beside it. */
export function PreBillSign({ share }: { readonly share: Bill }) {
  const { t } = useTranslation()
  const { money, time } = useWords()
  const { preBill } = share
  if (!preBill) return null
  const printed = { time: time(preBill.at.ms), amount: money(preBill.basis.due) }
  return (
    <p
      data-testid={TEST_IDS.preBillSign}
      data-amount={preBill.basis.due}
      className="flex items-center gap-2 rounded-md bg-idle-soft p-3 text-sm text-on-idle-soft print:hidden"
    >
      <Printer aria-hidden size={20} />
      {preBill.basis.due === share.due
        ? t('pay.preBillAt', printed)
        : t('pay.preBillThen', { ...printed, due: money(share.due) })}
    </p>
  )
}
