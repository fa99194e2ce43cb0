import { useTranslation } from 'react-i18next'
import type { Bill } from '@orderez/core/orders'
import type { NextPart } from '@orderez/core/payments'
import { useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import type { OrderView } from '../order/index.ts'

interface OpenSumProps {
  readonly view: OrderView
  readonly share: Bill
  readonly part: NextPart | null
}

/** What the whole order still owes, how far it is paid, and which share or part of it is on the screen. */
export function OpenSum({ view, share, part }: OpenSumProps) {
  const { t } = useTranslation()
  const { money } = useWords()
  const { open, paid, refunded, due, pending } = view.bill
  const kept = paid - refunded
  return (
    <div>
      <h2 className="text-ink-2">{t('pay.open')}</h2>
      <p className="text-4xl font-bold" data-testid={TEST_IDS.billOpen} data-amount={open}>
        {money(open)}
      </p>
      <progress className="pay-progress" aria-label={t('pay.paid')} max={Math.max(1, due)} value={Math.max(0, kept)} />
      <p className="text-sm text-ink-2" data-testid={TEST_IDS.billPaid} data-amount={paid}>
        {t('pay.ofDue', { due: money(due), paid: money(kept) })}
        {pending > 0 ? ` · ${t('pay.pendingSum', { amount: money(pending) })}` : null}
      </p>
      {share.open !== open ? (
        <p className="text-sm font-bold">{t('pay.shareOpen', { share: share.share, amount: money(share.open) })}</p>
      ) : null}
      {part ? (
        <p
          className="text-lg font-bold"
          data-testid={TEST_IDS.nextPart}
          data-part={part.part}
          data-amount={part.amount}
        >
          {t('pay.part', { part: part.part, ways: part.ways, amount: money(part.amount) })}
        </p>
      ) : null}
    </div>
  )
}
