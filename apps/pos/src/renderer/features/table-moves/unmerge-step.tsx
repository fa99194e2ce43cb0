import { Split } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { OrderId } from '@orderez/core/kernel'
import { unmergeTables, type MergeState, type OrderState } from '@orderez/core/orders'
import { useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { useOrderLabel } from '../order/index.ts'
import { standingMerges } from './standing-merges.ts'
import { useProblemOf } from './use-problem-of.ts'

interface UnmergeStepProps {
  readonly order: OrderId
  readonly orders: readonly OrderState[]
  readonly onUnmerge: (merge: MergeState) => void
}

/** Merges that stand, each undone by one tap; what was moved on since stays where it is. */
export function UnmergeStep({ order, orders, onUnmerge }: UnmergeStepProps) {
  const { t } = useTranslation()
  const { time } = useWords()
  const labelOf = useOrderLabel(orders)
  const problemOf = useProblemOf()
  return (
    <div className="flex flex-col gap-2">
      {standingMerges(order, orders).map((merge) => {
        const problem = problemOf((context) => unmergeTables(orders, merge.merge, context))
        return (
          <Button
            key={merge.merge}
            size="large"
            data-testid={TEST_IDS.unmerge}
            disabled={problem !== null}
            hint={problem ? t(`command.${problem}`) : time(merge.at.ms)}
            onClick={() => onUnmerge(merge)}
          >
            <Split aria-hidden size={20} />
            {t('moves.mergeOf', { from: labelOf(merge.from), to: labelOf(merge.to) })}
          </Button>
        )
      })}
    </div>
  )
}
