import { useTranslation } from 'react-i18next'
import { mergedInto } from '@orderez/core/orders'
import { screenEntered, useUiDispatch } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useOrderLabel, type OrderView } from '../order/index.ts'

/** For who has an order before him that another tablet merged away: where its bill is now. */
export function MergedAway({ view: { state, around } }: { readonly view: OrderView }) {
  const { t } = useTranslation()
  const dispatch = useUiDispatch()
  const labelOf = useOrderLabel(around)
  const to = mergedInto(state)
  if (to === null) return null
  return (
    <div className="p-2">
      <Notice tone="wait">
        <div className="flex flex-wrap items-center gap-2">
          <span className="flex-1">{t('moves.mergedAway', { order: labelOf(to) })}</span>
          <Button data-testid={TEST_IDS.toMerged} onClick={() => dispatch(screenEntered({ name: 'order', order: to }))}>
            {t('moves.goThere')}
          </Button>
        </div>
      </Notice>
    </div>
  )
}
