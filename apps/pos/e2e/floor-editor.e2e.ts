import { describe, expect, it } from 'vitest'
import type { Locator } from 'playwright-core'
import { addDishes, allDecided, openTable, part, send, table, tableState, toTables } from './stage/people.ts'
import { restaurant } from './stage/restaurant.ts'

const { manager, waiter } = restaurant({
  manager: { joins: 'Office', person: 'zhao' },
  waiter: { joins: 'Tablet 1', person: 'lin' },
})

const planned = (label: string): Locator => part(manager.page, 'floorTable', `[data-table-label="${label}"]`)

async function placeOf(label: string): Promise<{ x: number; y: number; rotation: number }> {
  const [x, y, rotation] = await Promise.all(
    ['data-x', 'data-y', 'data-rotation'].map(async (name) => Number(await planned(label).getAttribute(name))),
  )
  return { x: x ?? NaN, y: y ?? NaN, rotation: rotation ?? NaN }
}

async function dragBy(label: string, dx: number, dy: number): Promise<void> {
  const box = await planned(label).locator('.plan-top').boundingBox()
  if (!box) throw new Error(`${label} is not on the plan`)
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  const { mouse } = manager.page
  await mouse.move(x, y)
  await mouse.down()
  await mouse.move(x + dx / 2, y + dy / 2)
  await mouse.move(x + dx, y + dy)
  await mouse.up()
}

/** How far down and to the right of the first area's plan the waiter's floor shows a table. */
async function shownAt(label: string): Promise<{ left: string; top: string; rotate: string }> {
  return table(waiter.page, label).evaluate((element) => {
    const { left, top, rotate } = (element as HTMLElement).style
    return { left, top, rotate }
  })
}

describe('the floor editor', () => {
  it('drags and turns a table, and the other terminal shows it there', async () => {
    const { page } = manager
    await part(page, 'toManager').click()
    await part(page, 'managerSection', '[data-section="floor"]').click()
    await planned('A1').waitFor()
    const [before, shownBefore] = [await placeOf('A1'), await shownAt('A1')]

    await dragBy('A1', 60, 60)
    await expect.poll(async () => (await placeOf('A1')).y).toBeGreaterThan(before.y)
    const moved = await placeOf('A1')
    expect(moved.x).toBeGreaterThan(before.x)
    await part(page, 'floorTurn').click()
    await expect.poll(async () => (await placeOf('A1')).rotation).toBe(15)

    await allDecided(page)
    await expect.poll(() => shownAt('A1'), { timeout: 15_000 }).toMatchObject({ rotate: '15deg' })
    expect((await shownAt('A1')).top).not.toBe(shownBefore.top)
  })

  it('takes both back, step by step, on the other terminal too; and makes them again', async () => {
    const { page } = manager
    const turned = await placeOf('A1')
    await part(page, 'editUndo').click()
    await expect.poll(async () => (await placeOf('A1')).rotation).toBe(0)
    await part(page, 'editUndo').click()
    await expect.poll(async () => (await placeOf('A1')).y).toBeLessThan(turned.y)
    await allDecided(page)
    await expect.poll(async () => (await shownAt('A1')).rotate, { timeout: 15_000 }).toBe('0deg')
    await part(page, 'editRedo').click()
    await part(page, 'editRedo').click()
    await expect.poll(() => placeOf('A1')).toEqual(turned)
    await part(page, 'editUndo').click()
    await part(page, 'editUndo').click()
  })

  it('moves by keys, and shows what overlaps', async () => {
    const { page } = manager
    const before = await placeOf('A2')
    await planned('A2').focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await expect.poll(async () => (await placeOf('A2')).y).toBe(before.y + 20)
    await page.keyboard.press('Shift+ArrowLeft')
    await expect.poll(async () => (await placeOf('A2')).x).toBe(before.x - 1)

    const [here, there] = [await planned('A2').boundingBox(), await planned('A3').boundingBox()]
    await dragBy('A2', there!.x - here!.x, 0)
    await expect.poll(() => planned('A2').getAttribute('data-overlaps')).toBe('true')
    expect(await part(page, 'floorOverlaps').innerText()).toContain('A3')
    await part(page, 'editUndo').click()
    await expect.poll(() => part(page, 'floorOverlaps').count()).toBe(0)
  })

  it('adds a table without a network, names it, and the floor gets it when the cable is back', async () => {
    const { page } = manager
    manager.link.cut()
    await part(page, 'floorAdd', '[data-form="round"]').click()
    await expect.poll(() => part(page, 'floorLabel').inputValue()).toBe('A15')
    await part(page, 'floorLabel').fill('A1')
    await expect.poll(() => part(page, 'floorLabel').getAttribute('aria-invalid')).toBe('true')
    await part(page, 'floorLabel').fill('W1')
    await page.keyboard.press('Enter')
    await planned('W1').waitFor()
    manager.link.join()
    await table(waiter.page, 'W1').waitFor({ timeout: 30_000 })
  })

  it('refuses to remove a table with an open order, and removes it afterwards where there is none', async () => {
    const { page } = manager
    await openTable(waiter.page, 'A4')
    await addDishes(waiter.page, [[1, ['209']]])
    await send(waiter.page)
    await allDecided(waiter.page)
    await toTables(waiter.page)
    // The order is on its way to the manager's terminal.
    await expect
      .poll(
        async () => {
          await part(page, 'toTables').click()
          return tableState(page, 'A4')
        },
        { timeout: 15_000 },
      )
      .toBe('sent')
    await part(page, 'toManager').click()
    await part(page, 'managerSection', '[data-section="floor"]').click()
    await planned('A4').focus()
    await part(page, 'floorRemove').click()
    await expect.poll(() => part(page, 'notice').allInnerTexts()).toContain('这桌还有未结的订单，不能删除')
    expect(await planned('A4').count()).toBe(1)
    await planned('W1').focus()
    await part(page, 'floorRemove').click()
    await expect.poll(() => planned('W1').count()).toBe(0)
    await expect.poll(() => table(waiter.page, 'W1').count(), { timeout: 15_000 }).toBe(0)
  })
})

describe('a table that is kept for somebody', () => {
  const reservation = () => part(waiter.page, 'reservation')

  it('is noted by the manager, who is told of a clash; the waiter sees time, name and guests on the floor', async () => {
    const { page } = manager
    await part(page, 'toTables').click()
    await part(page, 'noteReservation').click()
    expect(await part(page, 'reservationDone').isDisabled()).toBe(true)
    await part(page, 'reservationName').fill('王女士')
    await part(page, 'reservationTable', '[data-table-label="B2"]').click()
    await page.getByRole('button', { name: '增加：几位' }).click()
    await part(page, 'reservationDone').click()
    await expect.poll(() => tableState(page, 'B2')).toBe('reserved')
    await expect.poll(() => tableState(waiter.page, 'B2'), { timeout: 15_000 }).toBe('reserved')
    expect(await table(waiter.page, 'B2').innerText()).toMatch(/预订\s*\d\d:\d\d\s*王女士\s*3/)

    await part(page, 'noteReservation').click()
    await part(page, 'reservationName').fill('周先生')
    await part(page, 'reservationTable', '[data-table-label="B2"]').click()
    expect(await part(page, 'reservationClash').innerText()).toContain('王女士')
    await part(page, 'reservationTable', '[data-table-label="A4"]').click()
    // Tapped twice before it is saved: it is one.
    await part(page, 'reservationDone').dblclick()
    await expect.poll(() => reservation().count(), { timeout: 15_000 }).toBe(2)
    expect(await reservation().filter({ hasText: '周先生' }).innerText()).toContain('A4 还有客人')
    await allDecided(page)
    expect(await part(page, 'reservation').count()).toBe(2)
  })

  it('seats its guests without a network, and cancels what nobody comes for; both arrive', async () => {
    const { page } = waiter
    waiter.link.cut()
    await table(page, 'B2').click()
    await part(page, 'seatReservation').click()
    await part(page, 'orderTotal').waitFor()
    await expect.poll(() => part(page, 'guests').getAttribute('data-guests')).toBe('3')
    await toTables(page)
    await expect.poll(() => tableState(page, 'B2')).toBe('seated')
    await reservation().filter({ hasText: '周先生' }).click()
    expect(await part(page, 'seatReservation').isDisabled()).toBe(true)
    await part(page, 'cancelReservation').click()
    await expect.poll(() => reservation().count(), { timeout: 15_000 }).toBe(0)
    waiter.link.join()
    await expect.poll(() => tableState(manager.page, 'B2'), { timeout: 30_000 }).toBe('seated')
    await expect.poll(() => part(manager.page, 'reservation').count(), { timeout: 15_000 }).toBe(0)
  })
})
