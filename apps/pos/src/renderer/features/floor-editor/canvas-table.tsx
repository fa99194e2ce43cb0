import type { KeyboardEvent, PointerEvent } from 'react'
import { TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { GRID_CM, nudged, seatsAround, turnedBy, type Point, type Table } from '@orderez/core/floor'
import { ok } from '@orderez/core/kernel'
import { TEST_IDS } from '../../test-ids.ts'
import type { FloorEditor } from './use-floor-editor.ts'

const ARROWS: { readonly [key: string]: Point } = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}
const TURN_STEP = 15

interface CanvasTableProps {
  readonly table: Table
  readonly editor: FloorEditor
  readonly isChosen: boolean
  readonly overlaps: boolean
  readonly onTake: (event: PointerEvent) => void
}

/** One table on the plan. Arrows move it along the grid, with Shift by centimetres; R turns it; Delete removes it. */
export function CanvasTable({ table, editor, isChosen, overlaps, onTake }: CanvasTableProps) {
  const { t } = useTranslation()
  const { label, w, h, x, y, rotation, seats, status } = table
  const keys = useTableKeys(table, editor)
  const name = [
    t('floorEditor.tableOf', { label, count: seats }),
    ...(overlaps ? [t('floorEditor.overlaps')] : []),
    ...(status === 'outOfUse' ? [t('floorEditor.outOfUse')] : []),
  ]
  return (
    <g
      role="button"
      tabIndex={0}
      aria-label={name.join(' · ')}
      aria-pressed={isChosen}
      data-testid={TEST_IDS.floorTable}
      data-table-label={label}
      data-x={x}
      data-y={y}
      data-rotation={rotation}
      data-overlaps={overlaps}
      data-status={status}
      className="plan-table"
      transform={`translate(${x + w / 2} ${y + h / 2})`}
      onPointerDown={onTake}
      onFocus={() => editor.choose(table.id)}
      {...keys}
    >
      <g transform={`rotate(${rotation})`}>
        {seatsAround(table).map((seat, index) => (
          <rect
            // oxlint-disable-next-line react/no-array-index-key -- a seat is its place
            key={index}
            className="plan-seat"
            transform={`translate(${seat.x} ${seat.y}) rotate(${seat.angle})`}
            x={-15}
            y={-5}
            width={30}
            height={10}
            rx={5}
          />
        ))}
        <rect
          className="plan-top"
          x={-w / 2}
          y={-h / 2}
          width={w}
          height={h}
          rx={table.shape === 'round' ? w / 2 : GRID_CM}
        />
      </g>
      <text className="plan-label" y={-2}>
        {label}{' '}
      </text>
      <text className="plan-count" y={20}>
        {seats}
      </text>
      {overlaps ? <TriangleAlert aria-hidden className="plan-warning" x={14} y={2} width={20} height={20} /> : null}
    </g>
  )
}

function useTableKeys(table: Table, editor: FloorEditor) {
  const { plan, draft } = editor.view
  const before = draft?.held && draft.before.id === table.id ? draft.before : table
  function onKeyDown(event: KeyboardEvent): void {
    const arrow = ARROWS[event.key]
    if (arrow) {
      event.preventDefault()
      event.stopPropagation()
      const step = event.shiftKey ? 1 : GRID_CM
      const moved = nudged(table, { x: arrow.x * step, y: arrow.y * step }, plan)
      editor.preview(before, moved.ok ? ok({ table: moved.value, guides: [] }) : moved)
    } else if (event.key === 'r' || event.key === 'R') {
      editor.change(table, turnedBy(table, event.shiftKey ? -TURN_STEP : TURN_STEP, plan))
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      editor.remove(table)
    } else if (event.key === 'Escape') {
      editor.discard()
    }
  }
  return {
    onKeyDown,
    onKeyUp: (event: KeyboardEvent) => {
      if (ARROWS[event.key]) editor.settle()
    },
    onBlur: editor.settle,
  }
}
