import { useMemo, useState } from 'react'
import { overlapping, planSizeOf, type Area, type PlanSize, type Table } from '@orderez/core/floor'
import type { TableId } from '@orderez/core/kernel'
import { useLive, useTerminal } from '../../data/index.ts'
import type { TableDraft } from './table-draft.ts'

export interface FloorPlanView {
  readonly areas: readonly Area[]
  readonly area: Area | null
  /** All tables of the branch, those out of use too, with what is being changed now. */
  readonly all: readonly Table[]
  /** The shown area's. */
  readonly tables: readonly Table[]
  readonly plan: PlanSize
  readonly overlaps: ReadonlySet<TableId>
  readonly draft: TableDraft | null
  setDraft(draft: TableDraft | null): void
  stored(table: TableId): Table | null
  showArea(area: Area['id']): void
}

/** The floor as its editor shows it; null while it is being read. */
export function useFloorPlan(): FloorPlanView | null {
  const { queries } = useTerminal()
  const storedAreas = useLive(queries.documents('area'))
  const storedTables = useLive(queries.documents('table'))
  const [chosen, showArea] = useState<Area['id'] | null>(null)
  const [draft, setDraft] = useState<TableDraft | null>(null)
  const areas = useMemo(() => storedAreas?.toSorted(bySort) ?? null, [storedAreas])
  const all = useMemo(
    () => storedTables?.map((table) => withDraft(table, draft)).toSorted(bySort) ?? null,
    [storedTables, draft],
  )
  return useMemo(() => {
    if (!areas || !all || !storedTables) return null
    const area = areas.find(({ id }) => id === chosen) ?? areas[0] ?? null
    const tables = all.filter((table) => table.area === area?.id)
    // With the stored places too: under a hand the plan must not shrink away from a table that leaves its edge.
    const plan = planSizeOf(area ?? {}, [...tables, ...storedTables.filter((table) => table.area === area?.id)])
    const stored = (table: TableId) => storedTables.find(({ id }) => id === table) ?? null
    return { areas, area, all, tables, plan, overlaps: overlapping(tables), draft, setDraft, stored, showArea }
  }, [areas, all, storedTables, chosen, draft])
}

/** A draft stands in for the stored table while a hand is on it, and until its edit has arrived. */
function withDraft(table: Table, draft: TableDraft | null): Table {
  if (!draft || draft.before.id !== table.id) return table
  return draft.held || draft.over === table ? draft.now : table
}

function bySort(
  a: { readonly id: string; readonly sort: number },
  b: { readonly id: string; readonly sort: number },
): number {
  return a.sort - b.sort || (a.id < b.id ? -1 : 1)
}
