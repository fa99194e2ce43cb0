import { useState } from 'react'
import { RotateCcw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Station } from '@orderez/core/branch'
import type { StationId } from '@orderez/core/kernel'
import type { Ticket } from '@orderez/core/kitchen'
import type { OrderState } from '@orderez/core/orders'
import { useLive, useTerminal } from '../../data/index.ts'
import { stationChosen, useUiDispatch, useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { useNow } from '../../ui/use-now.ts'
import { ConnectionSign } from '../connection/index.ts'
import { PreferencesButton } from '../preferences/index.ts'
import { RecallSheet } from './recall-sheet.tsx'
import { SoundKey } from './sound-key.tsx'
import { useRecallKey } from './use-bump-bar.ts'
import { WallLinks } from './wall-links.tsx'
import { WayOut } from './way-out.tsx'

interface KitchenBarProps {
  readonly station: Station
  /** All whose work this screen shows. */
  readonly stations: readonly StationId[]
  readonly isFallback: boolean
  readonly tickets: readonly Ticket[]
  readonly orders: readonly OrderState[]
}

export function KitchenBar({ station, stations, isFallback, tickets, orders }: KitchenBarProps) {
  const { t } = useTranslation()
  const { name, time } = useWords()
  const dispatch = useUiDispatch()
  const { queries, now } = useTerminal()
  const records = useLive(queries.branch)
  const [recalling, setRecalling] = useState(false)
  useRecallKey(() => setRecalling(true))
  useNow()
  const units = tickets
    .flatMap((ticket) => ticket.lines)
    .reduce((sum, line) => sum + line.toDo.length + line.started.length, 0)
  return (
    <header className="flex min-h-20 items-center gap-2 overflow-x-auto border-b border-line px-4">
      <WayOut />
      <h1 className="sr-only">{name(station.names)}</h1>
      <nav className="flex shrink-0 gap-2" aria-label={t('kitchen.whichStation')}>
        {(records?.stations.filter(({ id }) => !records.unwatched.has(id)) ?? []).map((each) => (
          <Button
            key={each.id}
            data-testid={TEST_IDS.station}
            data-station={each.names.en}
            look={each.id === station.id ? 'chosen' : 'plain'}
            aria-pressed={each.id === station.id}
            onClick={() => dispatch(stationChosen(each.id))}
          >
            {name(each.names)}
          </Button>
        ))}
      </nav>
      <ConnectionSign />
      <span className="flex flex-col whitespace-nowrap">
        <span className="text-kds-opt">{t('kitchen.load', { tickets: tickets.length, units })}</span>
        {isFallback ? (
          <span className="text-sm text-ink-2" data-testid={TEST_IDS.fallbackStation}>
            {t('kitchen.fallback')}
          </span>
        ) : null}
      </span>
      <span className="flex-1" />
      <Button className="shrink-0" data-testid={TEST_IDS.recallList} onClick={() => setRecalling(true)}>
        <RotateCcw aria-hidden size={22} />
        {t('kitchen.recall')}
      </Button>
      <SoundKey tickets={tickets} />
      <WallLinks here="kitchen" />
      <PreferencesButton />
      <span className="text-2xl font-bold">{time(now())}</span>
      {recalling ? <RecallSheet stations={stations} orders={orders} onClose={() => setRecalling(false)} /> : null}
    </header>
  )
}
