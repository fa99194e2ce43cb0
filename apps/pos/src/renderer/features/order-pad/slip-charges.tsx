import { useTranslation } from 'react-i18next'
import type { Bill } from '@orderez/core/orders'
import { useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'

/** What the branch charges beside the dishes: for each guest, for bringing it, for service. */
export function SlipCharges({ bill: { charges } }: { readonly bill: Bill }) {
  const { t } = useTranslation()
  const { name, money } = useWords()
  const shown = charges.filter(({ amount }) => amount > 0)
  if (shown.length === 0) return null
  return (
    <ul aria-label={t('order.charges')} className="py-2">
      {shown.map(({ charge, names, amount }) => (
        <li
          key={charge}
          data-testid={TEST_IDS.slipCharge}
          data-amount={amount}
          className="flex items-center gap-3 px-4 py-1 text-sm text-ink-2"
        >
          <span className="flex-1">{name(names)}</span>
          {money(amount)}
        </li>
      ))}
    </ul>
  )
}
