import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { GRID_CM, type PlanSize } from '@orderez/core/floor'
import { TEST_IDS } from '../../test-ids.ts'
import { CanvasTable } from './canvas-table.tsx'
import { TableHandles } from './table-handles.tsx'
import type { FloorEditor } from './use-floor-editor.ts'
import { usePlanHand } from './use-plan-hand.ts'
import './floor-editor.css'

/** Room around the plan for chairs and handles, in centimetres. */
const MARGIN_CM = 30
/** Every fifth line of the grid is drawn. */
const DRAWN_GRID_CM = 5 * GRID_CM

/** An area's plan to scale, with its tables to be taken by hand or by keys. */
export function PlanCanvas({ editor }: { readonly editor: FloorEditor }) {
  const { t } = useTranslation()
  const { plan, tables, draft, overlaps } = editor.view
  const { chosen } = editor
  const svg = useRef<SVGSVGElement>(null)
  const hand = usePlanHand(svg, editor)
  const centimetre = useScale(svg, plan)
  return (
    <svg
      ref={svg}
      role="group"
      aria-label={t('floorEditor.plan')}
      data-testid={TEST_IDS.floorPlan}
      className="plan-canvas h-full w-full"
      viewBox={`${-MARGIN_CM} ${-MARGIN_CM} ${plan.width + 2 * MARGIN_CM} ${plan.height + 2 * MARGIN_CM}`}
      onPointerMove={hand.move}
      onPointerUp={hand.release}
      onPointerCancel={hand.cancel}
      onPointerDown={(event) => {
        if (event.target === event.currentTarget || event.target instanceof SVGPathElement) editor.choose(null)
      }}
    >
      <rect className="plan-floor" width={plan.width} height={plan.height} rx={GRID_CM} />
      <path className="plan-grid" d={gridOf(plan)} />
      {tables.map((table) => (
        <CanvasTable
          key={table.id}
          table={table}
          editor={editor}
          isChosen={table.id === chosen?.id}
          overlaps={overlaps.has(table.id)}
          onTake={(event) => hand.take(event, table, 'move')}
        />
      ))}
      {draft?.guides.map(({ axis, at }) =>
        axis === 'x' ? (
          <line key={`x${at}`} className="plan-guide" x1={at} x2={at} y1={0} y2={plan.height} />
        ) : (
          <line key={`y${at}`} className="plan-guide" y1={at} y2={at} x1={0} x2={plan.width} />
        ),
      )}
      {chosen ? (
        <TableHandles table={chosen} centimetre={centimetre} onTake={(event, grip) => hand.take(event, chosen, grip)} />
      ) : null}
    </svg>
  )
}

function gridOf({ width, height }: PlanSize): string {
  const lines: string[] = []
  for (let x = DRAWN_GRID_CM; x < width; x += DRAWN_GRID_CM) lines.push(`M${x} 0V${height}`)
  for (let y = DRAWN_GRID_CM; y < height; y += DRAWN_GRID_CM) lines.push(`M0 ${y}H${width}`)
  return lines.join('')
}

/** How many pixels a centimetre of the plan is on this screen: handles keep the size of a finger. */
function useScale(svg: { readonly current: SVGSVGElement | null }, plan: PlanSize): number {
  const [box, setBox] = useState({ width: 1, height: 1 })
  useEffect(() => {
    if (!svg.current) return
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setBox({ width: entry.contentRect.width, height: entry.contentRect.height })
    })
    observer.observe(svg.current)
    return () => observer.disconnect()
  }, [svg])
  return Math.max(0.05, Math.min(box.width / (plan.width + 2 * MARGIN_CM), box.height / (plan.height + 2 * MARGIN_CM)))
}
