import { floorDocuments, type Area, type AreaLayout, type Table, type TablePlace } from '../floor/index.ts'
import type { IdSource, Names } from '../kernel/index.ts'

/** So many places in a row, `step` apart. */
function row(count: number, step: number, [seats, shape, x, y, w, h]: TablePlace): TablePlace[] {
  return Array.from({ length: count }, (_, index) => [seats, shape, x + index * step, y, w, h])
}

const ROOM: Names = { zh: '店内', en: 'Inside' }
const HALL: Names = { zh: '大厅', en: 'Hall' }
const TERRACE: Names = { zh: '露台', en: 'Terrace' }
const SIDE: Names = { zh: '里间', en: 'Back room' }

/** What a new restaurant may begin with; every table can be moved later. */
export const FLOOR_LAYOUTS = {
  cafe: [
    {
      names: ROOM,
      letter: 'A',
      places: [
        ...row(4, 160, [2, 'rectangle', 40, 40, 80, 80]),
        ...row(2, 320, [4, 'round', 80, 220, 120, 120]),
        ...row(2, 320, [4, 'rectangle', 60, 440, 140, 90]),
      ],
    },
  ],
  bistro: [
    {
      names: HALL,
      letter: 'A',
      places: [
        ...row(5, 180, [2, 'rectangle', 40, 40, 80, 80]),
        ...row(4, 220, [4, 'round', 60, 230, 120, 120]),
        ...row(4, 220, [4, 'rectangle', 50, 460, 140, 90]),
        ...row(2, 420, [8, 'round', 120, 660, 180, 180]),
      ],
    },
    { names: TERRACE, letter: 'B', places: row(4, 200, [4, 'rectangle', 40, 60, 120, 120]) },
  ],
  hall: [
    {
      names: HALL,
      letter: 'A',
      places: [
        ...row(8, 200, [4, 'rectangle', 40, 40, 140, 90]),
        ...row(6, 270, [6, 'round', 60, 250, 150, 150]),
        ...row(5, 320, [10, 'round', 70, 520, 200, 200]),
        ...row(5, 320, [10, 'round', 70, 800, 200, 200]),
      ],
    },
    { names: SIDE, letter: 'B', places: row(4, 330, [12, 'round', 60, 60, 220, 220]) },
  ],
  empty: [],
} as const satisfies Record<string, readonly AreaLayout[]>

export type FloorLayoutName = keyof typeof FLOOR_LAYOUTS

/** The areas and tables of a layout as documents. */
export function floorOfLayout(layout: FloorLayoutName, ids: IdSource): (Area | Table)[] {
  return floorDocuments(FLOOR_LAYOUTS[layout], ids)
}
