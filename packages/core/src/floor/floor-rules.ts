import { err, ok, type OrderId, type Result } from '../kernel/index.ts'
import type { Area } from './area.ts'
import type { Table } from './table.ts'

/** A table without guests, marked as removed. Fails with `table.hasOrder` while somebody's order is open there. */
export function removedTable(table: Table, openOrders: readonly OrderId[]): Result<Table, 'table.hasOrder'> {
  return openOrders.length > 0 ? err('table.hasOrder') : ok({ ...table, deleted: true })
}

/** An area without tables, marked as removed. Fails with `area.hasTables`; tables out of use count. */
export function removedArea(area: Area, tables: readonly Table[]): Result<Area, 'area.hasTables'> {
  return tables.some((table) => table.area === area.id) ? err('area.hasTables') : ok({ ...area, deleted: true })
}

/** Whether people can call a table so. Fails with `label.empty` or `label.taken` (another table of the branch is called so). */
export function checkLabel(table: Pick<Table, 'id'>, label: string, all: readonly Table[]): Result<string, LabelError> {
  const wanted = label.trim()
  if (wanted === '') return err('label.empty')
  const taken = all.some((other) => other.id !== table.id && other.label.trim() === wanted)
  return taken ? err('label.taken') : ok(wanted)
}
export type LabelError = 'label.empty' | 'label.taken'
