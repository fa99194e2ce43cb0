import { AlarmClock, Flame } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { fireLines, rushLines } from '@orderez/core/orders'
import { useCan } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { useCommand } from '../command/index.ts'
import type { OrderView } from '../order/index.ts'
import { heldByCourse, linesToRush } from './kitchen-wishes.ts'

/** What can be asked of the kitchen for the whole order: to cook what it holds, and to hurry. */
export function KitchenRow({ view: { state, around } }: { readonly view: OrderView }) {
  const { t } = useTranslation()
  const run = useCommand()
  const can = useCan()
  const held = heldByCourse(state, around)
  const all = [...held.values()].flat()
  const open = linesToRush(state, around)
  if (all.length === 0 && open.length === 0) return null
  const missing = (allowed: boolean) => (allowed ? undefined : t('command.right.missing'))
  return (
    <div className="flex flex-wrap gap-2 border-t border-line p-2">
      {all.length > 0 ? (
        <Button
          data-testid={TEST_IDS.fireAll}
          disabled={!can('fact.fired')}
          hint={missing(can('fact.fired'))}
          onClick={() => void run((context) => fireLines(around, { lines: all }, context))}
        >
          <Flame aria-hidden size={20} />
          {t('order.fireAll', { count: all.length })}
        </Button>
      ) : null}
      {[...held].map(([course, lines]) =>
        course === null || held.size === 1 ? null : (
          <Button
            key={course}
            disabled={!can('fact.fired')}
            onClick={() => void run((context) => fireLines(around, { lines, course }, context))}
          >
            {t('order.fireCourse', { course })}
          </Button>
        ),
      )}
      {open.length > 0 ? (
        <Button
          data-testid={TEST_IDS.rushAll}
          disabled={!can('fact.rushed')}
          hint={missing(can('fact.rushed'))}
          onClick={() => void run((context) => rushLines(around, { lines: open }, context))}
        >
          <AlarmClock aria-hidden size={20} />
          {t('order.rushAll')}
        </Button>
      ) : null}
    </div>
  )
}
