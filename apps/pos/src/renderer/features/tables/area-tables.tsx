import { useMemo, type KeyboardEvent } from 'react'
import type { Table } from '@orderez/core/floor'
import { TEST_IDS } from '../../test-ids.ts'
import { FloorPlan } from './floor-plan.tsx'
import { hasOverlap } from './plan.ts'
import type { TableSummary } from './table-summary.ts'
import { TableTile } from './table-tile.tsx'
import { useWide } from '../../ui/use-wide.ts'

/** Arrows go through the tables in the order of their sort, as Tab does. */
const STEPS: { readonly [key: string]: number } = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

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
    <div role="group" onKeyDown={moveFocus}>
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

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = STEPS[event.key]
  if (step === undefined) return
  const tables = [...event.currentTarget.querySelectorAll<HTMLElement>(`[data-testid="${TEST_IDS.table}"]`)]
  const here = tables.findIndex((table) => table === document.activeElement)
  if (here === -1) return
  event.preventDefault()
  tables[here + step]?.focus()
}
