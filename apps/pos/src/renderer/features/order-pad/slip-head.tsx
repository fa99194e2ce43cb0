import { useState } from 'react'
import { Users } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { orderNumberText, type OrderState } from '@orderez/core/orders'
import { useLive, useTerminal } from '../../data/index.ts'
import { useNow } from '../../ui/use-now.ts'
import { MovesButton } from '../table-moves/index.ts'
import { TakeawayHead, takeawayType } from '../takeaway/index.ts'
import { GuestKeys } from './guest-keys.tsx'
import { GuestsSheet } from './guests-sheet.tsx'
import { useSeatGuests } from './use-seat-guests.ts'
import { TEST_IDS } from '../../test-ids.ts'

const MINUTE_MS = 60_000

interface SlipHeadProps {
  readonly state: OrderState
  /** Just opened, nothing tapped yet: on a phone the keys for the guests stand in the head. */
  readonly fresh: boolean
}

/** Where it goes, who sits there or fetches it, and what else can be done with it. */
export function SlipHead({ state, fresh }: SlipHeadProps) {
  const { t } = useTranslation()
  const seat = useSeatGuests(state)
  const { queries } = useTerminal()
  const floor = useLive(queries.floor)
  const type = takeawayType(state)
  const label = state.table ? (floor?.tables.get(state.table)?.label ?? '') : ''
  const away = type !== null && state.table === null
  const number = orderNumberText(state.opening?.number)
  return (
    <header className="flex min-h-16 items-center gap-2 border-line px-1 phone:gap-3 phone:border-b phone:px-4 phone:pb-1">
      <h1
        className="rounded-md bg-ink px-2 py-2 text-xl font-bold whitespace-nowrap text-surface phone:px-3"
        {...(away ? { 'data-testid': TEST_IDS.orderNumber } : {})}
      >
        {away ? number : label === '' ? t('order.noTable') : label}
      </h1>
      <span className="min-w-0 flex-1">
        {away ? (
          <TakeawayHead state={state} type={type} />
        ) : (
          <>
            {fresh ? (
              <span className="block tablet:hidden">
                <GuestKeys guests={state.guests} strip onGuests={seat} />
              </span>
            ) : null}
            <span className={fresh ? 'hidden tablet:block' : 'block'}>
              <Guests state={state} number={number} />
            </span>
          </>
        )}
      </span>
      <MovesButton order={state.id} />
    </header>
  )
}

function Guests({ state, number }: { readonly state: OrderState; readonly number: string }) {
  const { t } = useTranslation()
  const { queries, now } = useTerminal()
  const records = useLive(queries.branch)
  const [asking, setAsking] = useState(false)
  const seat = useSeatGuests(state)
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
        className="press flex min-h-(--touch-min) max-w-full items-center gap-2 text-sm font-bold phone:text-base"
      >
        <span className="truncate">{t('order.head', { guests: state.guests, minutes })}</span>
        <Users aria-hidden size={18} className="hidden shrink-0 phone:block" />
      </button>
      {opening ? (
        <span
          className="block overflow-x-clip text-sm/4 text-ellipsis whitespace-nowrap text-ink-2"
          data-testid={TEST_IDS.orderNumber}
        >
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
            seat(guests)
          }}
        />
      ) : null}
    </>
  )
}
