import { useTranslation } from 'react-i18next'
import type { Table } from '@orderez/core/floor'
import type { OrderState } from '@orderez/core/orders'
import { useLive, useTerminal } from '../../data/index.ts'
import { useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { tableTargets, type TableTarget } from './move-targets.ts'

interface TableStepProps {
  readonly state: OrderState
  readonly orders: readonly OrderState[]
  readonly onFree: (table: Table) => void
  readonly onTaken: (target: TableTarget) => void
}

/** Every other table: a free one is one tap, a taken one asks whether to merge. */
export function TableStep({ state, orders, onFree, onTaken }: TableStepProps) {
  const { t } = useTranslation()
  const { name } = useWords()
  const { queries } = useTerminal()
  const floor = useLive(queries.floor)
  return floor?.areas.map((area) => (
    <section key={area.id} className="mb-4">
      <h3 className="mb-2 font-bold">{name(area.names)}</h3>
      <div className="table-tiles">
        {tableTargets(state, floor.tablesOf.get(area.id) ?? [], orders).map((target) => {
          const free = target.taken.length === 0
          return (
            <Button
              key={target.table.id}
              size="large"
              look={free ? 'plain' : 'quiet'}
              data-testid={TEST_IDS.moveTable}
              data-table-label={target.table.label}
              data-free={free}
              hint={free ? t('table.seats', { count: target.table.seats }) : t('moves.askMerge')}
              onClick={() => (free ? onFree(target.table) : onTaken(target))}
            >
              {target.table.label}
            </Button>
          )
        })}
      </div>
    </section>
  ))
}
