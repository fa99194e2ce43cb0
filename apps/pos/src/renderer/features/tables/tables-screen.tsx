import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { nextByTable, type Table } from '@orderez/core/floor'
import { useLive, useTerminal } from '../../data/index.ts'
import { screenEntered, useCan, useUiDispatch, useWords } from '../../state/index.ts'
import { useNotices } from '../notices/index.ts'
import { ReservationDialog, ReservationRail, useReservations } from '../reservations/index.ts'
import { TakeawayRail } from '../takeaway/index.ts'
import { AreaTables } from './area-tables.tsx'
import { AttentionList } from './attention-list.tsx'
import { countStates, tablesInNeed } from './attention.ts'
import { FloorLegend } from './floor-legend.tsx'
import { StrayList } from './stray-list.tsx'
import { strayOrders } from './stray-orders.ts'
import { TableSheet } from './table-sheet.tsx'
import { useOpenTable } from './use-open-table.ts'
import { useTableSummaries } from './use-table-summaries.ts'
import './floor-plan.css'

/** Every table with its state; one tap opens it or goes on with it. */
export function TablesScreen() {
  const { t } = useTranslation()
  const { name } = useWords()
  const { queries } = useTerminal()
  const floor = useLive(queries.floor)
  const summaryOf = useTableSummaries(floor)
  const openOrders = useLive(queries.openOrders)
  const dispatch = useUiDispatch()
  const can = useCan()
  const notices = useNotices()
  const openTable = useOpenTable()
  const plans = useRef<HTMLDivElement>(null)
  const [asking, setAsking] = useState<Table | null>(null)
  const [reserved, setReserved] = useState<Table | null>(null)
  const reservations = nextByTable(useReservations())
  if (!floor || !summaryOf) return <p className="p-8 text-ink-2">{t('boot.opening')}</p>

  function enter(table: Table): void {
    const summary = summaryOf?.(table.id)
    const [first, ...others] = summary?.orders ?? []
    if (others.length > 0) setAsking(table)
    else if (first) dispatch(screenEntered({ name: 'order', order: first }))
    else if (summary?.state === 'reserved') setReserved(table)
    else if (can('fact.opened')) void openTable(table)
    else notices.say(t('command.right.missing'))
  }

  const expected = reserved && reservations.get(reserved.id)
  const tables = floor.areas.flatMap((area) => floor.tablesOf.get(area.id) ?? [])
  return (
    <main className="floor-screen">
      <h1 className="sr-only">{t('bar.tables')}</h1>
      <div ref={plans} className="floor-areas overflow-y-auto p-4">
        {floor.areas.map((area) => (
          <section key={area.id} data-area={area.id} className="mb-6">
            <h2 className="mb-2 font-bold">{name(area.names)}</h2>
            <AreaTables tables={floor.tablesOf.get(area.id) ?? []} summaryOf={summaryOf} onOpen={enter} />
          </section>
        ))}
      </div>
      <aside className="floor-need flex flex-col gap-2 overflow-auto border-b border-line bg-surface p-2 tablet:gap-6 tablet:border-b-0 tablet:border-l tablet:p-4">
        <AttentionList tables={tablesInNeed(tables, summaryOf)} onOpen={enter} />
        <StrayList
          orders={strayOrders(openOrders ?? [], new Set(tables.map(({ id }) => id)))}
          onOpen={(order) => dispatch(screenEntered({ name: 'order', order }))}
        />
        <TakeawayRail />
        <ReservationRail />
      </aside>
      <FloorLegend
        areas={floor.areas}
        counts={countStates(tables.map(({ id }) => summaryOf(id)))}
        onClosedOrders={() => dispatch(screenEntered({ name: 'closedOrders' }))}
        onArea={(area) => plans.current?.querySelector(`[data-area="${area}"]`)?.scrollIntoView({ block: 'start' })}
      />
      {reserved && expected ? (
        <ReservationDialog
          reservation={expected}
          onClose={() => setReserved(null)}
          onOthers={() => void openTable(reserved)}
        />
      ) : null}
      {asking ? (
        <TableSheet
          table={asking}
          orders={summaryOf(asking.id).orders}
          onClose={() => setAsking(null)}
          onOrder={(order) => dispatch(screenEntered({ name: 'order', order }))}
          onAnother={() => void openTable(asking)}
        />
      ) : null}
    </main>
  )
}
