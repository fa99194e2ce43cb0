import type { PointerEvent } from 'react'
import { middleOf, type Table } from '@orderez/core/floor'
import { TEST_IDS } from '../../test-ids.ts'

/** Half a finger, in pixels. */
const REACH = 22
const DOT = 10

interface TableHandlesProps {
  readonly table: Table
  /** Pixels for each centimetre of the plan. */
  readonly centimetre: number
  readonly onTake: (event: PointerEvent, grip: 'turn' | 'size') => void
}

/** Two handles at the chosen table: above it to turn it, at its corner to change its size. The form beside the plan does the same by buttons. */
export function TableHandles({ table, centimetre, onTake }: TableHandlesProps) {
  const { x, y } = middleOf(table)
  const [reach, dot] = [REACH / centimetre, DOT / centimetre]
  const above = -table.h / 2 - 1.5 * reach
  const away = reach / 2
  return (
    <g aria-hidden transform={`translate(${x} ${y}) rotate(${table.rotation})`}>
      <line className="plan-stem" x1={0} x2={0} y1={-table.h / 2} y2={above} />
      <g
        className="plan-handle"
        data-testid={TEST_IDS.floorTurnHandle}
        transform={`translate(0 ${above})`}
        onPointerDown={(event) => onTake(event, 'turn')}
      >
        <circle className="plan-reach" r={reach} />
        <circle className="plan-dot" r={dot} />
      </g>
      <g
        className="plan-handle"
        data-testid={TEST_IDS.floorSizeHandle}
        transform={`translate(${table.w / 2 + away} ${table.h / 2 + away})`}
        onPointerDown={(event) => onTake(event, 'size')}
      >
        <circle className="plan-reach" r={reach} />
        <rect className="plan-dot" x={-dot} y={-dot} width={2 * dot} height={2 * dot} />
      </g>
    </g>
  )
}
