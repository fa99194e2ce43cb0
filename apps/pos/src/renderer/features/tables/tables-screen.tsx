import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Table } from '@orderez/core/floor'
import { useLive, useTerminal } from '../../data/index.ts'
import { screenEntered, useCan, useUiDispatch, useWords } from '../../state/index.ts'
import { useNotices } from '../notices/index.ts'
import { TableSheet } from './table-sheet.tsx'
import { TableTile } from './table-tile.tsx'
import { useOpenTable } from './use-open-table.ts'
import { useTableSummaries } from './use-table-summaries.ts'

/** Every table with its state; one tap opens it or goes on with it. */
export function TablesScreen() {
  const { t } = useTranslation()
  const { name } = useWords()
  const { queries } = useTerminal()
  const floor = useLive(queries.floor)
  const summaryOf = useTableSummaries(floor)
  const dispatch = useUiDispatch()
  const can = useCan()
  const notices = useNotices()
  const openTable = useOpenTable()
  const [asking, setAsking] = useState<Table | null>(null)
  if (!floor || !summaryOf) return <p className="p-8 text-ink-2">{t('boot.opening')}</p>

  function enter(table: Table): void {
    const [first, ...others] = summaryOf?.(table.id).orders ?? []
    if (others.length > 0) setAsking(table)
    else if (first) dispatch(screenEntered({ name: 'order', order: first }))
    else if (can('fact.opened')) void openTable(table)
    else notices.say(t('command.right.missing'))
  }

  return (
    <main className="h-full overflow-y-auto p-4">
      <h1 className="sr-only">{t('bar.tables')}</h1>
      {floor.areas.map((area) => (
        <section key={area.id} className="mb-6">
          <h2 className="mb-2 font-bold">{name(area.names)}</h2>
          <div className="table-tiles">
            {(floor.tablesOf.get(area.id) ?? []).map((table) => (
              <TableTile key={table.id} table={table} summary={summaryOf(table.id)} onOpen={() => enter(table)} />
            ))}
          </div>
        </section>
      ))}
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
