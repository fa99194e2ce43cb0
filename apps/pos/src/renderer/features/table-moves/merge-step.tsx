import { useTranslation } from 'react-i18next'
import type { OrderId } from '@orderez/core/kernel'
import { mergeTables, type MergeRequest, type OrderState } from '@orderez/core/orders'
import { TEST_IDS } from '../../test-ids.ts'
import { OrderButtons } from './order-buttons.tsx'
import { useProblemOf } from './use-problem-of.ts'

interface MergeStepProps {
  readonly targets: readonly OrderState[]
  readonly orders: readonly OrderState[]
  /** Which of the two goes to the other. */
  readonly requestOf: (other: OrderId) => MergeRequest
  readonly onMerge: (request: MergeRequest) => void
}

/** The orders to merge with, each one tap. */
export function MergeStep({ targets, orders, requestOf, onMerge }: MergeStepProps) {
  const { t } = useTranslation()
  const problem = useProblemOf()
  return (
    <div className="flex flex-col gap-2">
      <p className="text-ink-2">{t('moves.oneBillAfter')}</p>
      <OrderButtons
        targets={targets}
        orders={orders}
        testId={TEST_IDS.mergeWith}
        problemOf={(other) => problem((context) => mergeTables(orders, requestOf(other), context))}
        onOrder={(other) => onMerge(requestOf(other))}
      />
    </div>
  )
}
