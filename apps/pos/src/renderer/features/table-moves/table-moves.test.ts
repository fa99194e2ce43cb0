import { describe, expect, it } from 'vitest'
import type { Table } from '@orderez/core/floor'
import { businessDaySchema, type OrderId, type TableId } from '@orderez/core/kernel'
import { billOf, mergeTables, moveLines, openOrder, sendRound, splitByItem, unmergeTables } from '@orderez/core/orders'
import { createScene, makeLine } from '@orderez/core/testing'
import { actionProblems, ordersOfTable } from './action-problems.ts'
import { chosenUnits, counted, movableLines, moveBack, placesOf, toggled, type UnitChoice } from './movable-units.ts'
import { tableTargets, targetOrders } from './move-targets.ts'
import { problemOf } from './problem-of.ts'
import { standingMerges } from './standing-merges.ts'

/** Three tables, each with an order of three pieces, and a free one. */
function restaurant() {
  const scene = createScene()
  const device = scene.terminal()
  const [branch, owner] = [scene.ids.next('branch'), device.person]
  const tables = ['A1', 'A2', 'A3', 'A4'].map((label) => tableNamed(scene.ids.next('table'), label))
  const open = (table: TableId | null): OrderId => {
    const order = scene.ids.next('order')
    const number = { letters: 'A', counter: device.documents.size + 1 }
    const request = {
      order,
      branch,
      day: businessDaySchema.parse('2026-11-20'),
      number,
      type: 'dineIn',
      ...(table ? { table } : {}),
      guests: 2,
      owner,
    } as const
    device.record(openOrder(request, device.context))
    const lines = [makeLine(scene.ids, { price: 1_000, pieces: 3 })]
    device.record(sendRound(device.state(order), { round: scene.ids.next('round'), lines }, device.context))
    return order
  }
  const [a1, a2, a3] = tables.slice(0, 3).map((table) => open(table.id)) as [OrderId, OrderId, OrderId]
  const merge = (from: OrderId, to: OrderId) =>
    device.record(mergeTables(device.states(), { from, to }, device.context))
  const linesOf = (order: OrderId) => movableLines(billOf(order, device.states()), device.states())
  return { scene, device, tables, open, merge, linesOf, a1, a2, a3 }
}

function tableNamed(id: TableId, label: string): Table {
  return { id, label } as Table
}

describe('where an order can go', () => {
  it('is every other table; a taken one names who is there', () => {
    const { device, tables, a1, a2, a3 } = restaurant()
    const targets = tableTargets(device.state(a1), tables, device.states())
    expect(targets.map(({ table, taken }) => [table.label, taken.map(({ id }) => id)])).toEqual([
      ['A2', [a2]],
      ['A3', [a3]],
      ['A4', []],
    ])
  })

  it('is, for a table merged away, the bill that bears it, and nobody where that is the order itself', () => {
    const { device, tables, merge, a1, a2, a3 } = restaurant()
    merge(a2, a3)
    const takenAt = (order: OrderId, label: string) =>
      tableTargets(device.state(order), tables, device.states())
        .find(({ table }) => table.label === label)
        ?.taken.map(({ id }) => id)
    expect(takenAt(a1, 'A2')).toEqual([a3])
    expect(takenAt(a3, 'A2')).toEqual([])
  })

  it('is no order that is merged away, closed or itself', () => {
    const { device, merge, open, tables, a1, a2, a3 } = restaurant()
    merge(a2, a3)
    const again = open(tables[0]?.id ?? null)
    const targets = targetOrders(a1, device.states())
    expect(targets.map(({ id }) => id)).toEqual([a3, again])
    expect(ordersOfTable(device.state(a1), targets).map(({ id }) => id)).toEqual([again])
    expect(ordersOfTable({ table: null }, targets)).toEqual([])
  })
})

describe('merges that can be undone', () => {
  it('are those that stand, seen from both sides, each once', () => {
    const { device, merge, a1, a2, a3 } = restaurant()
    merge(a2, a3)
    const [standing, ...others] = standingMerges(a3, device.states())
    expect(others).toEqual([])
    expect(standing).toMatchObject({ from: a2, to: a3 })
    expect(standingMerges(a2, device.states())).toEqual([standing])
    expect(standingMerges(a1, device.states())).toEqual([])
    if (standing) device.record(unmergeTables(device.states(), standing.merge, device.context))
    expect(standingMerges(a3, device.states())).toEqual([])
  })
})

describe('units to move', () => {
  it('are whole lines by a tap, the last units by number', () => {
    const { linesOf, a1 } = restaurant()
    const lines = linesOf(a1)
    const [line] = lines
    if (!line) throw new Error('no line')
    const all = toggled(new Map(), line)
    expect(chosenUnits(all, lines)).toEqual([{ line: line.line.id, units: [1, 2, 3] }])
    expect(chosenUnits(counted(all, line.line.id, 2), lines)).toEqual([{ line: line.line.id, units: [2, 3] }])
    const none: UnitChoice = toggled(all, line)
    expect(chosenUnits(none, lines)).toEqual([])
    expect(chosenUnits(all, [])).toEqual([])
  })

  it('come back to where each stood', () => {
    const { device, linesOf, a1, a2 } = restaurant()
    const line = linesOf(a1)[0]?.line.id
    if (!line) throw new Error('no line')
    device.record(splitByItem(device.states(), { order: a1, units: [{ line, units: [3] }] }, device.context))
    const units = [{ line, units: [2, 3] }]
    const before = placesOf(units, device.states())
    expect(before.map(({ to }) => to.share)).toEqual(['A', 'B'])
    device.record(moveLines(device.states(), { units, to: { order: a2, share: 'A' } }, device.context))
    expect(linesOf(a2).map((each) => each.units)).toEqual([
      [1, 2, 3],
      [2, 3],
    ])
    device.record(moveBack(device.states(), before, device.context))
    expect(placesOf(units, device.states())).toEqual(before)
    expect(moveBack(device.states(), before, device.context)).toMatchObject({ ok: false, code: 'nothing.toDo' })
  })
})

describe('what cannot be done', () => {
  it('says why', () => {
    const { device, merge, open, a1, a2, a3 } = restaurant()
    const problems = (order: OrderId, can = () => true) =>
      actionProblems({
        state: device.state(order),
        bill: billOf(order, device.states()),
        orders: device.states(),
        can,
      })
    expect(problems(a1)).toEqual({
      table: null,
      merge: null,
      unmerge: 'moves.noMerge',
      dishes: null,
      join: 'moves.oneBill',
      another: null,
    })
    expect(new Set(Object.values(problems(a1, () => false)))).toEqual(new Set(['command.right.missing']))
    merge(a2, a3)
    open(device.state(a3).table)
    expect(problems(a3)).toMatchObject({ unmerge: null, join: null })
    expect(problems(a2)).toEqual({
      table: 'command.order.merged',
      merge: 'command.order.merged',
      unmerge: null,
      dishes: 'moves.noDish',
      join: 'command.order.merged',
      another: 'command.order.merged',
    })
  })

  it('is what the command would say, and trying it records nothing', () => {
    const { device, a1, merge, a2, a3 } = restaurant()
    const facts = () => device.states().flatMap(({ document }) => Object.keys(document.facts)).length
    merge(a2, a3)
    const before = facts()
    const problem = (from: OrderId, to: OrderId, may = true) =>
      problemOf(
        (context) => mergeTables(device.states(), { from, to }, context),
        device.person,
        () => may,
      )
    expect(problem(a1, a3)).toBeNull()
    expect(problem(a1, a2)).toBe('order.merged')
    expect(problem(a1, a1)).toBe('order.same')
    expect(problem(a1, a3, false)).toBe('right.missing')
    expect(facts()).toBe(before)
  })
})
