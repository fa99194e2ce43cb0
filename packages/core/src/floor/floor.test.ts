import { describe, expect, it } from 'vitest'
import { createIdSource, type OrderId } from '../kernel/index.ts'
import { checkLabel, newTable, nextLabel, removedArea, removedTable, type Area, type Table } from './index.ts'

const ids = createIdSource({
  now: () => 1_790_000_000_000,
  random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
})
const area: Area = { id: ids.next('area'), kind: 'area', v: 1, names: { zh: '大厅', en: 'Hall' }, sort: 1 }
const plan = { width: 400, height: 300 }

function added(form: Parameters<typeof newTable>[0]['form'], all: readonly Table[]): Table {
  const made = newTable({ id: ids.next('table'), area: area.id, form, all, plan })
  if (!made.ok) throw new Error(made.code)
  return made.value
}

describe('a new table', () => {
  it('stands where there is room for its chairs, and is called by the next number', () => {
    const first = added('square', [])
    expect(first).toMatchObject({ label: 'A1', x: 40, y: 40, seats: 2, shape: 'rectangle' })
    const second = added('round', [first])
    expect(second).toMatchObject({ label: 'A2', y: 40, shape: 'round' })
    expect(second.x).toBeGreaterThanOrEqual(first.x + first.w + 40)
    expect(added('barSeat', [first, second])).toMatchObject({ label: 'A3', seats: 1, oneSided: true })
  })

  it('is refused where the plan is full', () => {
    const tables: Table[] = []
    for (let count = 0; count < 3; count += 1) tables.push(added('square', tables))
    const wide = { ...tables[0]!, x: 0, y: 0, w: 400, h: 300 }
    expect(newTable({ id: ids.next('table'), area: area.id, form: 'round', all: [wide], plan })).toEqual({
      ok: false,
      code: 'plan.full',
    })
  })
})

describe('labels', () => {
  const labels = (...all: string[]) => all.map((label) => ({ label }))

  it('go on after the highest number of the area, over those that other areas use', () => {
    expect(nextLabel(labels('窗 3', '窗 12'), labels('窗 3', '窗 12'))).toBe('窗 13')
    expect(nextLabel(labels('A7'), labels('A7', 'A8'))).toBe('A9')
    expect(nextLabel([], labels('A1', 'B4'))).toBe('C1')
    expect(nextLabel(labels('Terrace'), labels('Terrace'))).toBe('A1')
  })

  it('are neither empty nor used twice', () => {
    const [a, b] = [added('square', []), { ...added('square', []), label: 'A2' }]
    expect(checkLabel(a, ' A1 ', [a, b])).toEqual({ ok: true, value: 'A1' })
    expect(checkLabel(a, 'A2', [a, b])).toMatchObject({ code: 'label.taken' })
    expect(checkLabel(a, '  ', [a, b])).toMatchObject({ code: 'label.empty' })
  })
})

describe('what is in use', () => {
  it('cannot be removed: a table with an order, an area with tables', () => {
    const table = added('square', [])
    const order = ids.next('order') as OrderId
    expect(removedTable(table, [order])).toMatchObject({ code: 'table.hasOrder' })
    expect(removedTable(table, [])).toMatchObject({ ok: true, value: { deleted: true } })
    expect(removedArea(area, [table])).toMatchObject({ code: 'area.hasTables' })
    expect(removedArea(area, [{ ...table, area: ids.next('area') }])).toMatchObject({ ok: true })
  })
})
