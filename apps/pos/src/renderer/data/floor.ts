import type { Area, Table } from '@orderez/core/floor'
import type { JsonObject, TableId } from '@orderez/core/kernel'
import { ofKind } from './documents-of-kind.ts'

export interface Floor {
  readonly areas: readonly Area[]
  readonly tablesOf: ReadonlyMap<Area['id'], readonly Table[]>
  readonly tables: ReadonlyMap<TableId, Table>
}

export function floorOf(documents: readonly JsonObject[]): Floor {
  const tables = ofKind(documents, 'table')
  const inUse = tables.filter((table) => table.status === 'inUse').toSorted(bySort)
  return {
    areas: ofKind(documents, 'area').toSorted(bySort),
    tablesOf: Map.groupBy(inUse, (table) => table.area),
    tables: new Map(tables.map((table) => [table.id, table])),
  }
}

function bySort(
  a: { readonly id: string; readonly sort: number },
  b: { readonly id: string; readonly sort: number },
): number {
  return a.sort - b.sort || (a.id < b.id ? -1 : 1)
}
