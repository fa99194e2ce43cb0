import { useState } from 'react'
import { Users } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { setGuests, type OrderState } from '@orderez/core/orders'
import { useLive, useTerminal } from '../../data/index.ts'
import { useNow } from '../../ui/use-now.ts'
import { useCommand } from '../command/index.ts'
import { MovesButton } from '../table-moves/index.ts'
import { GuestsSheet } from './guests-sheet.tsx'
import { TEST_IDS } from '../../test-ids.ts'

const MINUTE_MS = 60_000

export function SlipHead({ state }: { readonly state: OrderState }) {
  const { t } = useTranslation()
  const { queries, now } = useTerminal()
  const floor = useLive(queries.floor)
  const records = useLive(queries.branch)
  const [asking, setAsking] = useState(false)
  const run = useCommand()
  useNow()
  const { opening } = state
  const label = state.table ? (floor?.tables.get(state.table)?.label ?? '') : ''
  const minutes = opening ? Math.max(0, Math.floor((now() - opening.at.ms) / MINUTE_MS)) : 0
  return (
    <header className="flex min-h-16 items-center gap-3 border-b border-line px-4 pb-1">
      <h1 className="rounded-md bg-ink px-3 py-2 text-xl font-bold text-surface">
        {label === '' ? t('order.noTable') : label}
      </h1>
      <span className="flex-1">
        <button
          type="button"
          data-testid={TEST_IDS.guests}
          data-guests={state.guests}
          onClick={() => setAsking(true)}
          className="press flex min-h-(--touch-min) items-center gap-2 font-bold"
        >
          {t('order.head', { guests: state.guests, minutes })}
          <Users aria-hidden size={18} />
        </button>
        {opening ? (
          <span className="block text-sm/4 text-ink-2" data-testid={TEST_IDS.orderNumber}>
            {opening.number.letters}-{opening.number.counter} · {records?.person.get(opening.owner)?.name ?? ''}
          </span>
        ) : (
          <span className="block text-sm text-ink-2">{t('order.loading')}</span>
        )}
      </span>
      <MovesButton order={state.id} />
      {asking ? (
        <GuestsSheet
          guests={state.guests}
          onClose={() => setAsking(false)}
          onGuests={(guests) => {
            setAsking(false)
            void run((context) => setGuests(state, guests, context))
          }}
        />
      ) : null}
    </header>
  )
}
