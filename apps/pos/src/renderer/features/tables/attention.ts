import type { FloorState, Table } from '@orderez/core/floor'
import type { TableSummary } from './table-summary.ts'

/** In this order a table asks for a hand; the states that are not here ask for none. */
const URGENCY: readonly FloorState[] = ['ready', 'waiting', 'paying', 'seated']

export interface TableInNeed {
  readonly table: Table
  readonly summary: TableSummary
}

/** Tables that need somebody: the most urgent state first, in it who sits longest. */
export function tablesInNeed(
  tables: readonly Table[],
  summaryOf: (table: Table['id']) => TableSummary,
): readonly TableInNeed[] {
  return tables
    .map((table) => ({ table, summary: summaryOf(table.id) }))
    .filter(({ summary }) => URGENCY.includes(summary.state))
    .toSorted(
      (a, b) =>
        URGENCY.indexOf(a.summary.state) - URGENCY.indexOf(b.summary.state) ||
        b.summary.minutes - a.summary.minutes ||
        a.table.sort - b.table.sort,
    )
}

/** How many tables are in each state. */
export function countStates(summaries: readonly Pick<TableSummary, 'state'>[]): ReadonlyMap<FloorState, number> {
  const counts = new Map<FloorState, number>()
  for (const { state } of summaries) counts.set(state, (counts.get(state) ?? 0) + 1)
  return counts
}

/** What fits into the corner of a table: first letters of a name's Latin words (王芳 Wang Fang → WF), else its last two characters (小林悦 → 林悦). */
export function initialsOf(name: string): string {
  const latin = name.split(/[^\p{L}]+/u).filter((word) => word !== '' && !/\p{Script=Han}/u.test(word))
  const [first = ''] = latin
  if (latin.length === 0) return Array.from(name.trim()).slice(-2).join('')
  const letters = latin.length === 1 ? Array.from(first) : latin.flatMap((word) => Array.from(word).slice(0, 1))
  return letters.slice(0, 2).join('').toUpperCase()
}
