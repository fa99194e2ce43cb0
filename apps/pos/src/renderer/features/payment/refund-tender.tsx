import { useTranslation } from 'react-i18next'
import type { Tender } from '@orderez/core/orders'
import { useLive, useTerminal } from '../../data/index.ts'
import { useUi } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Choice } from '../../ui/choice.tsx'
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
      <Choice
        label={t('pay.refundHow')}
        unseenLabel
        columns={2}
        optionId={TEST_IDS.refundTender}
        value={chosen}
        options={ways.map((tender) => ({ value: tender, label: t('pay.refundBy', { tender: t(`tender.${tender}`) }) }))}
        onChoose={onTender}
      />
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
