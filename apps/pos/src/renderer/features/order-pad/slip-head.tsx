import { useState } from 'react'
import { Users } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { OrderState } from '@orderez/core/orders'
import { seatGuests } from '@orderez/core/payments'
import { useLive, useTerminal } from '../../data/index.ts'
import { usePerson } from '../../state/index.ts'
import { useNow } from '../../ui/use-now.ts'
import { useCommand } from '../command/index.ts'
import { MovesButton } from '../table-moves/index.ts'
import { TakeawayHead, takeawayType } from '../takeaway/index.ts'
import { GuestsSheet } from './guests-sheet.tsx'
import { TEST_IDS } from '../../test-ids.ts'

const MINUTE_MS = 60_000

/** Where it goes, who sits there or fetches it, and what else can be done with it. */
export function SlipHead({ state }: { readonly state: OrderState }) {
  const { t } = useTranslation()
  const { queries } = useTerminal()
  const floor = useLive(queries.floor)
  const type = takeawayType(state)
  const label = state.table ? (floor?.tables.get(state.table)?.label ?? '') : ''
  const away = type !== null && state.table === null
  const number = state.opening ? `${state.opening.number.letters}-${state.opening.number.counter}` : ''
  return (
    <header className="flex min-h-16 items-center gap-3 border-b border-line px-4 pb-1">
      <h1
        className="rounded-md bg-ink px-3 py-2 text-xl font-bold whitespace-nowrap text-surface"
        {...(away ? { 'data-testid': TEST_IDS.orderNumber } : {})}
      >
        {away ? number : label === '' ? t('order.noTable') : label}
      </h1>
      <span className="min-w-0 flex-1">
        {away ? <TakeawayHead state={state} type={type} /> : <Guests state={state} number={number} />}
      </span>
      <MovesButton order={state.id} />
    </header>
  )
}

function Guests({ state, number }: { readonly state: OrderState; readonly number: string }) {
  const { t } = useTranslation()
  const { queries, now } = useTerminal()
  const { branch } = usePerson()
  const records = useLive(queries.branch)
  const [asking, setAsking] = useState(false)
  const run = useCommand()
  useNow()
  const { opening } = state
  const minutes = opening ? Math.max(0, Math.floor((now() - opening.at.ms) / MINUTE_MS)) : 0
  return (
    <>
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
          {number} · {records?.person.get(opening.owner)?.name ?? ''}
        </span>
      ) : (
        <span className="block text-sm text-ink-2">{t('order.loading')}</span>
      )}
      {asking ? (
        <GuestsSheet
          guests={state.guests}
          onClose={() => setAsking(false)}
          onGuests={(guests) => {
            setAsking(false)
            void run((context) => seatGuests(state, guests, branch, context))
          }}
        />
      ) : null}
    </>
  )
}
