import { Check } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Bill } from '@orderez/core/orders'
import { useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { seatOfShare } from './seat-of-share.ts'

interface ShareTabsProps {
  readonly shares: readonly Bill[]
  readonly shown: string | null
  readonly onShare: (share: string) => void
}

/** One tab a share, with what it still owes. Nothing where there is only one. */
export function ShareTabs({ shares, shown, onShare }: ShareTabsProps) {
  const { t } = useTranslation()
  if (shares.length < 2) return null
  return (
    <div role="group" aria-label={t('pay.shares')} className="pay-shares">
      {shares.map((bill) => (
        <ShareTab key={bill.share} bill={bill} isShown={bill.share === shown} onShare={onShare} />
      ))}
    </div>
  )
}

interface ShareTabProps {
  readonly bill: Bill
  readonly isShown: boolean
  readonly onShare: (share: string) => void
}

/** A share by its letter and, where it is that of one guest, by the seat that everybody at the table can point at. */
function ShareTab({ bill, isShown, onShare }: ShareTabProps) {
  const { t } = useTranslation()
  const { money } = useWords()
  const { share, open } = bill
  const seat = seatOfShare(bill)
  return (
    <Button
      look={isShown ? 'chosen' : 'plain'}
      aria-pressed={isShown}
      data-testid={TEST_IDS.share}
      data-share={share}
      data-seat={seat}
      data-amount={open}
      hint={open === 0 ? t('pay.sharePaid') : money(open)}
      onClick={() => (share === null ? undefined : onShare(share))}
    >
      {open === 0 ? <Check aria-hidden size={16} /> : null}
      {seat === null ? t('pay.share', { share }) : `${share} · ${t('order.seatNumber', { seat })}`}
    </Button>
  )
}
