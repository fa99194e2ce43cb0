import { useTranslation } from 'react-i18next'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'

export type RefundWay = 'lines' | 'sum'

interface RefundByProps {
  readonly by: RefundWay
  readonly onBy: (by: RefundWay) => void
}

/** For dishes, or a sum. */
export function RefundBy({ by, onBy }: RefundByProps) {
  const { t } = useTranslation()
  return (
    <div className="grid grid-cols-2 gap-2">
      {(['lines', 'sum'] as const).map((each) => (
        <Button
          key={each}
          look={each === by ? 'chosen' : 'plain'}
          aria-pressed={each === by}
          data-testid={TEST_IDS.refundBy}
          data-by={each}
          onClick={() => onBy(each)}
        >
          {t(each === 'lines' ? 'pay.refundLines' : 'pay.refundSum')}
        </Button>
      ))}
    </div>
  )
}
