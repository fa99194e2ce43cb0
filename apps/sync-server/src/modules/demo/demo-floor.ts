import { floorDocuments, type Area, type AreaLayout, type Table, type TablePlace } from '@orderez/core/floor'
import type { IdSource } from '@orderez/core/kernel'

/** Window seats above, round tables in the middle, large tables along the wall, with an aisle between. */
const HALL: readonly TablePlace[] = [
  [2, 'rectangle', 40, 40, 80, 80],
  [2, 'rectangle', 210, 40, 80, 80],
  [4, 'rectangle', 380, 40, 140, 80],
  [4, 'rectangle', 610, 40, 140, 80],
  [2, 'rectangle', 840, 40, 80, 80],
  [4, 'round', 50, 200, 120, 120],
  [4, 'round', 270, 200, 120, 120],
  [6, 'round', 490, 190, 140, 140],
  [6, 'round', 740, 190, 140, 140],
  [4, 'rectangle', 40, 415, 100, 80],
  [4, 'rectangle', 200, 415, 100, 80],
  [6, 'rectangle', 360, 415, 150, 80],
  [8, 'round', 570, 390, 130, 130],
  [10, 'round', 770, 380, 150, 150],
]
/** Stools along the bar above, small round tables, and sofas by the window. */
const CAFE_BAR: readonly TablePlace[] = [
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
const AREAS: readonly AreaLayout[] = [
  { names: { zh: '大厅', en: 'Hall' }, letter: 'A', places: HALL },
  { names: { zh: '吧台区', en: 'Café-bar' }, letter: 'B', places: CAFE_BAR },
]

/** The plan of the demo restaurant: two areas with their tables. */
export function demoFloor(ids: IdSource): (Area | Table)[] {
  return floorDocuments(AREAS, ids)
}
