import { err, ok, type AreaId, type Result, type TableId } from '../kernel/index.ts'
import { areOverlapping } from './outline.ts'
import { GRID_CM } from './place-table.ts'
import type { PlanSize } from './plan-size.ts'
import type { Table } from './table.ts'

/** What a manager picks from to add a table; the measures are those that restaurants buy. */
const TABLE_FORMS = {
  square: { shape: 'rectangle', w: 80, h: 80, seats: 2, oneSided: false },
  round: { shape: 'round', w: 120, h: 120, seats: 4, oneSided: false },
  rectangle: { shape: 'rectangle', w: 140, h: 80, seats: 4, oneSided: false },
  barSeat: { shape: 'rectangle', w: 60, h: 60, seats: 1, oneSided: true },
} as const satisfies Readonly<Record<string, Pick<Table, 'shape' | 'w' | 'h' | 'seats' | 'oneSided'>>>
export type TableForm = keyof typeof TABLE_FORMS

/** Room for chairs and for people behind them, kept around a new table. */
const AISLE_CM = 40
const MAX_SORT = 1_000_000

interface NewTable {
  readonly id: TableId
  readonly area: AreaId
  readonly form: TableForm
  /** All tables of the branch: labels are unique in it. */
  readonly all: readonly Table[]
  readonly plan: PlanSize
}

/** A table of a form at the first place of the plan that is free, row by row. Fails with `plan.full`. */
export function newTable({ id, area, form, all, plan }: NewTable): Result<Table, 'plan.full'> {
  const there = all.filter((table) => table.area === area)
  const { oneSided, ...shape } = TABLE_FORMS[form]
  const table: Table = {
    id,
    kind: 'table',
    v: 1,
    label: nextLabel(there, all),
    area,
    sort: Math.min(MAX_SORT, Math.max(0, ...there.map(({ sort }) => sort)) + 1),
    ...shape,
    ...(oneSided && { oneSided }),
    x: 0,
    y: 0,
    rotation: 0,
    status: 'inUse',
  }
  const spot = freeSpot(table, there, plan)
  return spot ? ok({ ...table, ...spot }) : err('plan.full')
}

function freeSpot(table: Table, others: readonly Table[], plan: PlanSize): { x: number; y: number } | null {
  for (let y = AISLE_CM; y + table.h + AISLE_CM <= plan.height; y += GRID_CM) {
    for (let x = AISLE_CM; x + table.w + AISLE_CM <= plan.width; x += GRID_CM) {
      const room = { ...table, x: x - AISLE_CM, y: y - AISLE_CM, w: table.w + 2 * AISLE_CM, h: table.h + 2 * AISLE_CM }
      if (!others.some((other) => areOverlapping(room, other))) return { x, y }
    }
  }
  return null
}

/** The number after the highest of the area's labels ("A7" → "A8"), or the first letter that no area uses. */
export function nextLabel(there: readonly Pick<Table, 'label'>[], all: readonly Pick<Table, 'label'>[]): string {
  const taken = new Set(all.map(({ label }) => label))
  const parts = there.flatMap(({ label }) => {
    const [, prefix = '', digits = ''] = /^(.*?)(\d{1,6})$/u.exec(label) ?? []
    return digits === '' ? [] : [{ prefix, number: Number(digits) }]
  })
  const last = parts.toSorted((a, b) => b.number - a.number)[0]
  const prefix = last?.prefix ?? freeLetter(all)
  let number = (last?.number ?? 0) + 1
  while (taken.has(`${prefix}${number}`)) number += 1
  return `${prefix}${number}`
}

function freeLetter(all: readonly Pick<Table, 'label'>[]): string {
  const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ'.split('')
  return letters.find((letter) => !all.some(({ label }) => label.startsWith(letter))) ?? ''
}
