import { Pause } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { allDayOf, heldOf, type Ticket } from '@orderez/core/kitchen'
import { useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import './all-day-strip.css'

/** What the station has to do by dish, over all its tickets; below it what is still held. */
export function AllDayStrip({ tickets }: { readonly tickets: readonly Ticket[] }) {
  const { t } = useTranslation()
  const { name } = useWords()
  const held = heldOf(tickets)
  return (
    <aside
      data-testid={TEST_IDS.allDay}
      className="all-day-strip flex shrink-0 flex-col gap-2 border-l border-line-strong bg-surface p-4"
    >
      <h2 className="text-kds-opt font-bold">{t('kitchen.allDay')}</h2>
      <ul className="min-h-0 flex-1 overflow-y-auto">
        {allDayOf(tickets).map((dish) => (
          <li key={dish.key} className="flex items-center gap-4 border-t border-line py-2">
            <span className="text-3xl font-bold">{dish.units}</span>
            <span className="min-w-0 text-kds-opt font-bold">{name(dish.names)}</span>
          </li>
        ))}
      </ul>
      {held.length > 0 ? (
        <section className="rounded-lg border border-dashed border-idle-edge p-3 text-kds-sub text-ink-2">
          <h3 className="font-bold">{t('kitchen.notFired')}</h3>
          <p className="flex items-start gap-2">
            <Pause aria-hidden size={18} />
            <span>{held.map((dish) => `${name(dish.names)} ${dish.units}`).join(' · ')}</span>
          </p>
        </section>
      ) : null}
    </aside>
  )
}
