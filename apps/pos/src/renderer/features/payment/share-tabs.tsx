import { Check } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Bill } from '@orderez/core/orders'
import { useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'

interface ShareTabsProps {
  readonly shares: readonly Bill[]
  readonly shown: string | null
  readonly onShare: (share: string) => void
}

/** One tab a share, with what it still owes. Nothing where there is only one. */
export function ShareTabs({ shares, shown, onShare }: ShareTabsProps) {
  const { t } = useTranslation()
  const { money } = useWords()
  if (shares.length < 2) return null
  return (
    <div role="group" aria-label={t('pay.shares')} className="pay-choices">
      {shares.map(({ share, open }) => (
        <Button
          key={share}
          look={share === shown ? 'chosen' : 'plain'}
          aria-pressed={share === shown}
          data-testid={TEST_IDS.share}
          data-share={share}
          data-amount={open}
          hint={open === 0 ? t('pay.sharePaid') : money(open)}
          onClick={() => (share === null ? undefined : onShare(share))}
        >
          {open === 0 ? <Check aria-hidden size={16} /> : null}
          {t('pay.share', { share })}
        </Button>
      ))}
    </div>
  )
}
