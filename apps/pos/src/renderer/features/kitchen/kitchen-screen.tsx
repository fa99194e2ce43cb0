import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Station } from '@orderez/core/branch'
import { ticketsAt, withAddOns, type Ticket } from '@orderez/core/kitchen'
import type { OrderState } from '@orderez/core/orders'
import { useLive, useTerminal } from '../../data/index.ts'
import { stationChosen, useUi, useUiDispatch, useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { ConnectionSign } from '../connection/index.ts'
import { PreferencesButton } from '../preferences/index.ts'
import { AllDayStrip } from './all-day-strip.tsx'
import { KitchenBar } from './kitchen-bar.tsx'
import { StaleNotice } from './stale-notice.tsx'
import { TicketPile } from './ticket-pile.tsx'
import { useBump } from './use-bump.ts'
import { useBumpBar } from './use-bump-bar.ts'
import { useKitchenOrders } from './use-kitchen-orders.ts'
import { useReceiving } from './use-receiving.ts'
import { useShownStations } from './use-shown-stations.ts'
import { WallLinks } from './wall-links.tsx'
import { WallSurface } from './wall-surface.tsx'
import { WayOut } from './way-out.tsx'

const SLOTS = 9

/** What one station has to cook: the oldest on the left. */
export function KitchenScreen() {
  const { t } = useTranslation()
  const { queries } = useTerminal()
  const records = useLive(queries.branch)
  const orders = useKitchenOrders()
  const chosen = useUi((state) => state.preferences.station)
  const station = records?.stations.find((each) => each.id === chosen)
  if (!records || !orders) return <p className="p-8 text-ink-2">{t('boot.opening')}</p>
  if (!station) return <StationChoice stations={records.stations.filter(({ id }) => !records.unwatched.has(id))} />
  return <StationScreen key={station.id} station={station} orders={orders} />
}

function StationScreen({ station, orders }: { readonly station: Station; readonly orders: readonly OrderState[] }) {
  const { t } = useTranslation()
  const { now } = useTerminal()
  const { name } = useWords()
  const { stations, isFallback } = useShownStations(station.id, orders)
  const piles = useMemo(() => withAddOns(ticketsAt(orders, stations, now())), [orders, stations, now])
  const tickets = piles.flatMap((pile) => pile.tickets)
  useReceiving(orders, stations)
  const bump = useBump(orders)
  useBumpBar({
    onBump: (slot) => {
      const ticket = tickets[slot - 1]
      if (ticket) bump(ticket)
    },
  })
  return (
    <WallSurface>
      <KitchenBar station={station} stations={stations} isFallback={isFallback} tickets={tickets} orders={orders} />
      <StaleNotice />
      <div className="flex min-h-0 flex-1">
        <main className="min-h-0 min-w-0 flex-1 p-2" aria-live="polite">
          {tickets.length === 0 ? (
            <p className="p-8 text-kds-line text-ink-2">{t('kitchen.nothing')}</p>
          ) : (
            <div className="ticket-columns" tabIndex={0} role="region" aria-label={name(station.names)}>
              {piles.map((pile) => (
                <TicketPile
                  key={pile.id}
                  pile={pile.tickets}
                  orders={orders}
                  slotOf={(ticket) => slotIn(tickets, ticket)}
                />
              ))}
            </div>
          )}
        </main>
        <AllDayStrip tickets={tickets} />
      </div>
    </WallSurface>
  )
}

/** The key of the bump bar for a ticket; null beyond the ninth. */
function slotIn(tickets: readonly Ticket[], ticket: Ticket): number | null {
  const index = tickets.indexOf(ticket)
  return index < SLOTS ? index + 1 : null
}

/** The first thing on a new wall: read and tapped from as far as the rest of it. */
function StationChoice({ stations }: { readonly stations: readonly Station[] }) {
  const { t } = useTranslation()
  const { name } = useWords()
  const dispatch = useUiDispatch()
  return (
    <WallSurface>
      <header className="flex min-h-20 items-center gap-4 border-b border-line px-4">
        <WayOut />
        <ConnectionSign />
        <span className="flex-1" />
        <WallLinks here="kitchen" />
        <PreferencesButton />
      </header>
      <main className="mx-auto flex min-h-0 w-full max-w-5xl flex-1 flex-col gap-6 overflow-y-auto p-4">
        <h1 className="mt-auto text-2xl font-bold phone:text-kds-table">{t('kitchen.whichStation')}</h1>
        <div className="mb-auto grid grid-cols-2 gap-4 tablet:grid-cols-3">
          {stations.map((station) => (
            <button
              key={station.id}
              type="button"
              data-testid={TEST_IDS.station}
              data-station={station.names.en}
              onClick={() => dispatch(stationChosen(station.id))}
              className="press min-h-32 rounded-lg border border-line-strong bg-raised p-4 text-center text-kds-line font-bold"
            >
              {name(station.names)}
            </button>
          ))}
        </div>
      </main>
    </WallSurface>
  )
}
