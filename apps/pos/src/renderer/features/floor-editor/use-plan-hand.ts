import { useRef, type PointerEvent, type RefObject } from 'react'
import { dragged, middleOf, resized, sizeTowards, turnedBy, type Point, type Table } from '@orderez/core/floor'
import { ok, type Result } from '@orderez/core/kernel'
import type { FloorEditor } from './use-floor-editor.ts'

/** A hand that moves less than this, in pixels of the screen, only chooses. */
const STILL = 6
const TURN_STEP = 15

type Grip = 'move' | 'turn' | 'size'

interface Hold {
  readonly pointer: number
  readonly grip: Grip
  readonly table: Table
  /** Where the hand took hold, on the plan and on the screen. */
  readonly from: Point
  readonly screen: Point
  moved: boolean
}

interface PlanHand {
  /** To be called where the hand comes down on a table or on one of its handles. */
  take(event: PointerEvent, table: Table, grip: Grip): void
  move(event: PointerEvent): void
  release(event: PointerEvent): void
  cancel(): void
}

/** Moves, turns and resizes tables under a finger, a pen or a mouse. */
export function usePlanHand(plan: RefObject<SVGSVGElement | null>, editor: FloorEditor): PlanHand {
  const hold = useRef<Hold | null>(null)

  function pointOf(event: PointerEvent): Point | null {
    const matrix = plan.current?.getScreenCTM()
    return matrix ? new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse()) : null
  }

  function placed({ grip, table, from }: Hold, to: Point): Parameters<FloorEditor['preview']>[1] {
    const { plan: size, tables } = editor.view
    const others = tables.filter(({ id }) => id !== table.id)
    if (grip === 'move') {
      return dragged(table, { x: table.x + to.x - from.x, y: table.y + to.y - from.y }, { others, plan: size })
    }
    if (grip === 'size') return withoutGuides(resized(table, drawnTo(table, from, to), size))
    const steps = Math.round((angleAt(table, to) - angleAt(table, from)) / TURN_STEP)
    return withoutGuides(turnedBy(table, steps * TURN_STEP, size))
  }

  return {
    take(event, table, grip) {
      const from = pointOf(event)
      if (!from || event.button !== 0) return
      editor.choose(table.id)
      plan.current?.setPointerCapture(event.pointerId)
      const screen = { x: event.clientX, y: event.clientY }
      hold.current = { pointer: event.pointerId, grip, table, from, screen, moved: false }
    },
    move(event) {
      const held = hold.current
      if (!held || held.pointer !== event.pointerId) return
      const way = Math.hypot(event.clientX - held.screen.x, event.clientY - held.screen.y)
      held.moved ||= way >= STILL
      const to = held.moved ? pointOf(event) : null
      if (to) editor.preview(held.table, placed(held, to))
    },
    release(event) {
      const held = hold.current
      if (!held || held.pointer !== event.pointerId) return
      hold.current = null
      if (held.moved) editor.settle()
    },
    cancel() {
      if (hold.current?.moved) editor.discard()
      hold.current = null
    },
  }
}

function withoutGuides(result: Result<Table, 'table.offPlan'>): Parameters<FloorEditor['preview']>[1] {
  return result.ok ? ok({ table: result.value, guides: [] }) : result
}

/** The size that follows the hand, which took hold beside the corner. */
function drawnTo(table: Table, from: Point, to: Point): { w: number; h: number } {
  const [first, last] = [sizeTowards(table, from), sizeTowards(table, to)]
  return { w: table.w + last.w - first.w, h: table.h + last.h - first.h }
}

function angleAt(table: Table, point: Point): number {
  const { x, y } = middleOf(table)
  return (Math.atan2(point.y - y, point.x - x) * 180) / Math.PI
}
