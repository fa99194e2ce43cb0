import type { IdSource, Names } from '../kernel/index.ts'
import type { Area } from './area.ts'
import type { Table } from './table.ts'

/** Seats, shape, and place and size in centimetres. */
export type TablePlace = readonly [seats: number, shape: Table['shape'], x: number, y: number, w: number, h: number]

export interface AreaLayout {
  readonly names: Names
  /** The letter of its tables' labels. */
  readonly letter: string
  readonly places: readonly TablePlace[]
}

const TABLES_OF_AN_AREA = 100

/** Areas and their tables as documents, in the order they are given: "A1", "A2" … in the first area. */
export function floorDocuments(layout: readonly AreaLayout[], ids: IdSource): (Area | Table)[] {
  return layout.flatMap(({ names, letter, places }, areaIndex): (Area | Table)[] => {
    const area = ids.next('area')
    const tables = places.map(([seats, shape, x, y, w, h], index): Table => ({
      id: ids.next('table'),
      kind: 'table',
      v: 1,
      label: `${letter}${index + 1}`,
      area,
      sort: areaIndex * TABLES_OF_AN_AREA + index,
      seats,
      shape,
      x,
      y,
      w,
      h,
      rotation: 0,
      status: 'inUse',
    }))
    return [{ id: area, kind: 'area', v: 1, names, sort: areaIndex }, ...tables]
  })
}
