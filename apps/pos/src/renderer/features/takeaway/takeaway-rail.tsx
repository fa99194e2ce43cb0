import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { markServed } from '@orderez/core/kitchen'
import type { OrderId } from '@orderez/core/kernel'
import { orderNumberText } from '@orderez/core/orders'
import { screenEntered, useUiDispatch } from '../../state/index.ts'
import { classNames } from '../../ui/class-names.ts'
import { useCommand } from '../command/index.ts'
import { useNotices } from '../notices/index.ts'
import { OpenTakeaway } from './open-takeaway.tsx'
import { TakeawayRow } from './takeaway-row.tsx'
import type { Takeaway } from './takeaways.ts'
import { useTakeaways } from './use-takeaways.ts'

/** Everything that leaves the house and is not done with, and the keys that open more of it. */
export function TakeawayRail() {
  const { t } = useTranslation()
  const dispatch = useUiDispatch()
  const run = useCommand()
  const notices = useNotices()
  const takeaways = useTakeaways()
  const [leaving, setLeaving] = useState<ReadonlySet<OrderId>>(new Set())

  function handOver({ state, opening }: Takeaway): void {
    const units = [...state.lines.values()].map(({ id, units: all }) => ({
      line: id,
      units: all.map(({ unit }) => unit),
    }))
    const back = () => setLeaving((now) => new Set([...now].filter((id) => id !== state.id)))
    setLeaving((now) => new Set([...now, state.id]))
    notices.offerUndo({
      text: t('takeaway.handedOver', { number: orderNumberText(opening.number) }),
      commit: () => void run((context) => markServed([state], units, context)).then(back),
      undone: back,
    })
  }

  // Where the rail lies above the tables, a title over nothing would only take their place.
  const none = takeaways.length === 0
  return (
    <section aria-label={t('takeaway.list')} className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <h2
          className={classNames('flex grow items-center gap-2 font-bold tablet:w-full', none && 'max-tablet:sr-only')}
        >
          {t('takeaway.list')}
          <span className="rounded-full bg-sunken px-2 text-sm">{takeaways.length}</span>
        </h2>
        {/* Together on the next line where there is no room beside the title. */}
        <span className="flex grow flex-wrap gap-2">
          <OpenTakeaway />
        </span>
      </div>
      <ul className="flex gap-2 fades-sideways overflow-x-auto tablet:flex-col">
        {takeaways.map((takeaway) => (
          <TakeawayRow
            key={takeaway.state.id}
            takeaway={takeaway}
            leaving={leaving.has(takeaway.state.id)}
            onOpen={() => dispatch(screenEntered({ name: 'order', order: takeaway.state.id }))}
            onHandOver={() => handOver(takeaway)}
          />
        ))}
      </ul>
    </section>
  )
}
