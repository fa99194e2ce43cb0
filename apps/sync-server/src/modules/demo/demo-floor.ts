import type { Area, Table } from '@orderez/core/floor'
import type { IdSource } from '@orderez/core/kernel'

type Place = readonly [seats: number, shape: Table['shape'], x: number, y: number, w: number, h: number]

/** Window seats above, round tables in the middle, large tables along the wall, with an aisle between. */
const HALL: readonly Place[] = [
  [2, 'rectangle', 40, 40, 80, 80],
  [2, 'rectangle', 220, 40, 80, 80],
  [4, 'rectangle', 400, 40, 140, 80],
  [4, 'rectangle', 640, 40, 140, 80],
  [2, 'rectangle', 880, 40, 80, 80],
  [4, 'round', 60, 240, 120, 120],
  [4, 'round', 280, 240, 120, 120],
  [6, 'round', 500, 230, 150, 150],
  [6, 'round', 760, 230, 150, 150],
  [4, 'rectangle', 40, 500, 140, 90],
  [4, 'rectangle', 280, 500, 140, 90],
  [6, 'rectangle', 520, 500, 180, 90],
  [8, 'round', 60, 700, 180, 180],
  [10, 'round', 400, 690, 200, 200],
]
/** Stools along the bar above, small round tables, and sofas by the window. */
const CAFE_BAR: readonly Place[] = [
  [2, 'rectangle', 40, 40, 100, 60],
  [2, 'rectangle', 220, 40, 100, 60],
  [2, 'rectangle', 400, 40, 100, 60],
  [2, 'rectangle', 580, 40, 100, 60],
  [2, 'round', 50, 220, 80, 80],
  [2, 'round', 230, 220, 80, 80],
  [2, 'round', 410, 220, 80, 80],
  [4, 'rectangle', 40, 420, 140, 90],
  [4, 'rectangle', 280, 420, 140, 90],
  [6, 'rectangle', 520, 420, 180, 100],
]
const AREAS = [
  { zh: '大厅', en: 'Hall', letter: 'A', places: HALL },
  { zh: '吧台区', en: 'Café-bar', letter: 'B', places: CAFE_BAR },
]

/** The plan of the demo restaurant: two areas with their tables. */
export function demoFloor(ids: IdSource): (Area | Table)[] {
  return AREAS.flatMap(({ zh, en, letter, places }, areaIndex): (Area | Table)[] => {
    const area = ids.next('area')
    const tables = places.map(([seats, shape, x, y, w, h], index): Table => ({
      id: ids.next('table'),
      kind: 'table',
      v: 1,
      label: `${letter}${index + 1}`,
      area,
      sort: areaIndex * 100 + index,
      seats,
      shape,
      x,
      y,
      w,
      h,
      rotation: 0,
      status: 'inUse',
    }))
    return [{ id: area, kind: 'area', v: 1, names: { zh, en }, sort: areaIndex }, ...tables]
  })
}
