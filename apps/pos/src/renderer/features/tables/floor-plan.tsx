import { useMemo } from 'react'
import { seatsAround, type Table } from '@orderez/core/floor'
import { PlanTable } from './plan-table.tsx'
import { planBounds, planWidths } from './plan.ts'
import type { TableSummary } from './table-summary.ts'

interface FloorPlanProps {
  readonly tables: readonly Table[]
  readonly summaryOf: (table: Table['id']) => TableSummary
  readonly onOpen: (table: Table) => void
}

/** An area as it is built. Its height follows its width, so nothing jumps when it scales. */
export function FloorPlan({ tables, summaryOf, onOpen }: FloorPlanProps) {
  const bounds = useMemo(() => planBounds(tables), [tables])
  const widths = useMemo(() => planWidths(tables, bounds), [tables, bounds])
  const size = { aspectRatio: bounds.width / bounds.height, minWidth: widths.least, maxWidth: widths.most }
  return (
    <div className="fades-sideways overflow-x-auto">
      <div className="relative w-full" style={size}>
        <svg
          aria-hidden
          className="absolute inset-0 h-full w-full"
          viewBox={`${bounds.x} ${bounds.y} ${bounds.width} ${bounds.height}`}
        >
          {tables.map((table) => (
            <Seats key={table.id} table={table} guests={summaryOf(table.id).guests} />
          ))}
        </svg>
        {tables.map((table) => (
          <PlanTable
            key={table.id}
            table={table}
            bounds={bounds}
            summary={summaryOf(table.id)}
            onOpen={() => onOpen(table)}
          />
        ))}
      </div>
    </div>
  )
}

function Seats({ table, guests }: { readonly table: Table; readonly guests: number }) {
  const middle = `translate(${table.x + table.w / 2} ${table.y + table.h / 2}) rotate(${table.rotation})`
  return (
    <g transform={middle}>
      {seatsAround(table).map(({ x, y, angle }, index) => (
        <rect
          // oxlint-disable-next-line react/no-array-index-key -- a seat is its place
          key={index}
          className="floor-seat"
          data-taken={index < guests}
          transform={`translate(${x} ${y}) rotate(${angle})`}
          x={-15}
          y={-5}
          width={30}
          height={10}
          rx={5}
        />
      ))}
    </g>
  )
}
