import { useTranslation } from 'react-i18next'
import type { OrderId } from '@orderez/core/kernel'
import type { CommandCode, OrderState } from '@orderez/core/orders'
import { useWords } from '../../state/index.ts'
import { Button } from '../../ui/button.tsx'
import { dueOf, useOrderLabel } from '../order/index.ts'

interface OrderButtonsProps {
  readonly targets: readonly OrderState[]
  readonly orders: readonly OrderState[]
  readonly testId: string
  readonly problemOf: (order: OrderId) => CommandCode | null
  readonly onOrder: (order: OrderId) => void
}

/** Orders to choose from, with table, number and what is due; what cannot be done says why. */
export function OrderButtons({ targets, orders, testId, problemOf, onOrder }: OrderButtonsProps) {
  const { t } = useTranslation()
  const { money } = useWords()
  const labelOf = useOrderLabel(orders)
  return (
    <div className="grid gap-2 phone:grid-cols-2">
      {targets.map(({ id }) => {
        const problem = problemOf(id)
        const due = dueOf(id, orders)
        return (
          <Button
            key={id}
            size="large"
            data-testid={testId}
            data-order={id}
            disabled={problem !== null}
            hint={problem ? t(`command.${problem}`) : due === null ? t('table.broken') : money(due)}
            onClick={() => onOrder(id)}
          >
            {labelOf(id)}
          </Button>
        )
      })}
    </div>
  )
}
