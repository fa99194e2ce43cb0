import { describe, expect, it } from 'vitest'
import type { Table } from '@orderez/core/floor'
import { createIdSource } from '@orderez/core/kernel'
import { countStates, initialsOf, tablesInNeed } from './attention.ts'
import { FREE_TABLE, type TableSummary } from './table-summary.ts'

const ids = createIdSource({ now: () => 1_700_000_000_000, random: (bytes) => new Uint8Array(bytes) })
const area = ids.next('area')

function tableNamed(label: string, sort: number): Table {
  const place = { x: 0, y: 0, w: 100, h: 100, rotation: 0 }
  return {
    id: ids.next('table'),
    kind: 'table',
    v: 1,
    label,
    area,
    sort,
    seats: 4,
    shape: 'round',
    ...place,
    status: 'inUse',
  }
}

describe('who needs somebody', () => {
  it('is ordered by state, then by how long they sit, then by place', () => {
    const shown: readonly (readonly [string, TableSummary['state'], number])[] = [
      ['seated', 'seated', 90],
      ['free', 'free', 0],
      ['sent', 'sent', 50],
      ['paying', 'paying', 70],
      ['waiting', 'waiting', 30],
      ['waiting longer', 'waiting', 47],
      ['ready', 'ready', 5],
      ['ready too', 'ready', 5],
    ]
    const tables = shown.map(([label], index) => tableNamed(label, index))
    const summaries = new Map(
      tables.map(({ id }, index) => [id, { ...FREE_TABLE, state: shown[index]![1], minutes: shown[index]![2] }]),
    )
    const need = tablesInNeed(tables.toReversed(), (id) => summaries.get(id) ?? FREE_TABLE)
    expect(need.map(({ table }) => table.label)).toEqual([
      'ready',
      'ready too',
      'waiting longer',
      'waiting',
      'paying',
      'seated',
    ])
    expect(Object.fromEntries(countStates([...summaries.values()]))).toMatchObject({ free: 1, waiting: 2, ready: 2 })
  })

  it('names the waiter shortly', () => {
    const names = ['Lin Yue', 'maria', '小林悦', '李', '王芳 Wang Fang', 'Ana-Maria de Souza']
    expect(names.map(initialsOf)).toEqual(['LY', 'MA', '林悦', '李', 'WF', 'AM'])
  })
})
