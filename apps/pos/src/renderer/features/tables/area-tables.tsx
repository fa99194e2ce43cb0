import { useMemo } from 'react'
import type { Table } from '@orderez/core/floor'
import { TEST_IDS } from '../../test-ids.ts'
import { FloorPlan } from './floor-plan.tsx'
import { hasOverlap } from './plan.ts'
import type { TableSummary } from './table-summary.ts'
import { TableTile } from './table-tile.tsx'
import { focusInTurn } from '../../ui/focus-by-arrows.ts'
import { useWide } from '../../ui/use-wide.ts'

const TABLE = `[data-testid="${TEST_IDS.table}"]`

interface AreaTablesProps {
  readonly tables: readonly Table[]
  readonly summaryOf: (table: Table['id']) => TableSummary
  readonly onOpen: (table: Table) => void
}

/** The tables of an area: as a plan, or as tiles on a phone and where no plan was drawn. */
export function AreaTables({ tables, summaryOf, onOpen }: AreaTablesProps) {
  const wide = useWide()
  const drawn = useMemo(() => !hasOverlap(tables), [tables])
  return (
    <div role="group" onKeyDown={(event) => focusInTurn(event, TABLE)}>
      {wide && drawn ? (
        <FloorPlan tables={tables} summaryOf={summaryOf} onOpen={onOpen} />
      ) : (
        <div className="table-tiles">
          {tables.map((table) => (
            <TableTile key={table.id} table={table} summary={summaryOf(table.id)} onOpen={() => onOpen(table)} />
          ))}
        </div>
      )}
    </div>
  )
}
