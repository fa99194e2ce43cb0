import { useTranslation } from 'react-i18next'
import type { Tender } from '@orderez/core/orders'
import { useLive, useTerminal } from '../../data/index.ts'
import { useUi } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'

interface RefundTenderProps {
  readonly paidBy: Tender
  readonly chosen: Tender
  readonly onTender: (tender: Tender) => void
}

/** Back the way it came, or in cash; cash says out of which drawer. */
export function RefundTender({ paidBy, chosen, onTender }: RefundTenderProps) {
  const { t } = useTranslation()
  const { queries } = useTerminal()
  const drawers = useLive(queries.documents('drawer'))
  const own = useUi((state) => state.preferences.drawer)
  const drawer = drawers?.find(({ id }) => id === own)
  const ways: readonly Tender[] = paidBy === 'cash' ? ['cash'] : [paidBy, 'cash']
  return (
    <div className="flex flex-col gap-2">
      <div className="grid grid-cols-2 gap-2">
        {ways.map((tender) => (
          <Button
            key={tender}
            look={tender === chosen ? 'chosen' : 'plain'}
            aria-pressed={tender === chosen}
            data-testid={TEST_IDS.refundTender}
            data-tender={tender}
            onClick={() => onTender(tender)}
          >
            {t('pay.refundBy', { tender: t(`tender.${tender}`) })}
          </Button>
        ))}
      </div>
      {chosen !== 'cash' ? null : drawer ? (
        <p className="text-sm text-ink-2" data-testid={TEST_IDS.refundDrawer}>
          {t('pay.refundDrawer', { drawer: drawer.name })}
        </p>
      ) : (
        <Notice tone="wait">{t('pay.refundNoDrawer')}</Notice>
      )}
    </div>
  )
}
