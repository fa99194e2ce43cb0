import { expect, it } from 'vitest'
import { TEST_IDS } from '../src/renderer/test-ids.ts'
import {
  addDish,
  addDishes,
  allDecided,
  linesBecome,
  lineStates,
  openTable,
  part,
  send,
  tickets,
  ticketsBecome,
  toTables,
} from './stage/people.ts'
import { restaurant } from './stage/restaurant.ts'

const HOT = 1
const RIBS = '202'
const TOFU = '209'
const PATIENCE = { timeout: 15_000 }

const { waiter, kitchen } = restaurant({
  waiter: { joins: 'Tablet 1', person: 'lin' },
  kitchen: { size: 'kitchen', joins: 'Wok screen', person: 'chen', station: 'Wok' },
})

/** The tables of the tickets on the wall, from left to right. */
const labels = () =>
  tickets(kitchen.page).evaluateAll((cards) => cards.map((card) => card.getAttribute('data-table-label') ?? ''))

const lineOf = (table: string, index: number) =>
  tickets(kitchen.page, table).locator(`[data-testid="${TEST_IDS.ticketLine}"]`).nth(index)

const stateOf = (table: string, index: number) => lineOf(table, index).getAttribute('data-line-state')

const about = (table: string, what: 'voided' | 'rushed') =>
  tickets(kitchen.page, table).locator(`[data-testid="${TEST_IDS.acknowledge}"][data-about="${what}"]`)

/** How many units of a dish the strip says are to be cooked; 0 where it does not name it. */
async function allDay(dish: string): Promise<number> {
  const row = part(kitchen.page, 'allDay').locator('li').filter({ hasText: dish })
  if ((await row.count()) === 0) return 0
  return Number(await row.locator('span').first().innerText())
}

async function orderAt(table: string, dishes: readonly string[]): Promise<void> {
  await openTable(waiter.page, table)
  await addDishes(waiter.page, [[HOT, dishes]])
  await send(waiter.page)
  await toTables(waiter.page)
  await ticketsBecome(kitchen.page, table, 1)
}

it('shows the oldest on the left, each with the key that bumps it, and sums the dishes up', async () => {
  await orderAt('A1', [RIBS, RIBS, RIBS, TOFU])
  await openTable(waiter.page, 'A2')
  await part(waiter.page, 'nextPlace').locator('[data-seat="2"]').click()
  await part(waiter.page, 'nextPlace').locator('[data-course="1"]').click()
  await addDishes(waiter.page, [[HOT, [TOFU]]])
  await send(waiter.page)
  await toTables(waiter.page)
  await expect.poll(() => lineOf('A2', 0).innerText(), PATIENCE).toMatch(/蟹黄豆腐煲\s+2 号位\s+第 1 道/)
  await openTable(waiter.page, 'A3')
  await addDishes(waiter.page, [[HOT, [RIBS, TOFU]]])
  await expect.poll(() => part(waiter.page, 'hold').count(), PATIENCE).toBe(2)
  await part(waiter.page, 'hold').last().click()
  await send(waiter.page)
  await toTables(waiter.page)
  await expect.poll(labels, PATIENCE).toEqual(['A1', 'A2', 'A3'])
  await expect.poll(() => kitchen.page.locator('kbd').allInnerTexts(), PATIENCE).toEqual(['1', '2', '3'])
  await expect.poll(() => allDay('柚子排骨'), PATIENCE).toBe(4)
  await expect.poll(() => allDay('蟹黄豆腐煲'), PATIENCE).toBe(2)
})

it('keeps what is not fired grey and out of reach until it is asked for', async () => {
  expect(await stateOf('A3', 1)).toBe('held')
  expect(await lineOf('A3', 1).getByRole('button').count()).toBe(0)
  await kitchen.page.keyboard.press('3')
  await expect.poll(() => stateOf('A3', 0), PATIENCE).toBe('done')
  expect(await stateOf('A3', 1)).toBe('held')
  await openTable(waiter.page, 'A3')
  await part(waiter.page, 'fireAll').click()
  await expect.poll(() => stateOf('A3', 1), PATIENCE).toBe('toDo')
  await expect.poll(() => allDay('蟹黄豆腐煲'), PATIENCE).toBe(3)
  await toTables(waiter.page)
})

it('bumps a unit, a line and a whole ticket, by hand and by key', async () => {
  await lineOf('A1', 0).locator(`[data-testid="${TEST_IDS.ticketUnit}"]`).click()
  await expect.poll(() => allDay('柚子排骨'), PATIENCE).toBe(2)
  await lineOf('A1', 1).getByRole('button').first().click()
  await expect.poll(() => stateOf('A1', 1), PATIENCE).toBe('done')
  expect(await stateOf('A1', 0)).toBe('toDo')
  await kitchen.page.keyboard.press('2')
  await ticketsBecome(kitchen.page, 'A2', 0)
  await expect.poll(labels, PATIENCE).toEqual(['A1', 'A3'])
  await kitchen.page.keyboard.press('9')
  await kitchen.page.keyboard.press('2')
  await ticketsBecome(kitchen.page, 'A3', 0)
  await expect.poll(labels, PATIENCE).toEqual(['A1'])
})

it('calls the same line back twice; the keys are quiet while the list is open', async () => {
  for (const time of [1, 2]) {
    await kitchen.page.keyboard.press('r')
    await part(kitchen.page, 'recall').first().waitFor()
    await kitchen.page.keyboard.press('1')
    const called = part(kitchen.page, 'recallRow', '[data-table-label="A2"]').locator('button')
    await called.click()
    await kitchen.page.keyboard.press('Escape')
    await ticketsBecome(kitchen.page, 'A2', 1)
    expect(await tickets(kitchen.page, 'A1').count(), `A1 bumped by a key at recall ${time}`).toBe(1)
    const slot = (await labels()).indexOf('A2') + 1
    await kitchen.page.keyboard.press(String(slot))
    await ticketsBecome(kitchen.page, 'A2', 0)
  }
})

it('shows a rush and a void, and keeps both until somebody has tapped them away', async () => {
  await orderAt('A4', [RIBS, TOFU])
  await openTable(waiter.page, 'A4')
  await part(waiter.page, 'rushAll').click()
  await expect.poll(() => about('A4', 'rushed').allInnerTexts(), PATIENCE).toEqual(['催菜 2 份 · 知道了'])
  await part(waiter.page, 'line').first().click()
  await part(waiter.page, 'voidReason').first().click()
  // Until it can no longer be taken back, the line and the sum both still have it.
  expect(await part(waiter.page, 'line', '[data-line-state="voided"]').innerText()).toContain('¥78.00')
  expect(await part(waiter.page, 'orderTotal').innerText()).toBe('¥144.00')
  await toTables(waiter.page)
  await expect.poll(() => about('A4', 'voided').count(), PATIENCE).toBe(1)
  await about('A4', 'rushed').click()
  await expect.poll(() => about('A4', 'rushed').count()).toBe(0)
  await kitchen.page.keyboard.press(String((await labels()).indexOf('A4') + 1))
  await expect.poll(() => allDay('蟹黄豆腐煲'), PATIENCE).toBe(0)
  expect(await about('A4', 'voided').count()).toBe(1)
  // Nothing is left to cook: the same key takes note of the void, for who has a bump bar and no touch screen.
  await kitchen.page.keyboard.press(String((await labels()).indexOf('A4') + 1))
  await ticketsBecome(kitchen.page, 'A4', 0)
  await kitchen.page.keyboard.press('1')
  await expect.poll(labels).toEqual([])
  await openTable(waiter.page, 'A4')
  await expect.poll(async () => (await lineStates(waiter.page)).toSorted(), PATIENCE).toEqual(['ready', 'voided'])
  await toTables(waiter.page)
})

it('hangs what a table orders later below its ticket, also after the page was loaded anew', async () => {
  await orderAt('A5', [TOFU])
  await openTable(waiter.page, 'A5')
  await addDishes(waiter.page, [[HOT, [RIBS]]])
  await send(waiter.page)
  await toTables(waiter.page)
  await ticketsBecome(kitchen.page, 'A5', 2)
  await kitchen.page.reload()
  await ticketsBecome(kitchen.page, 'A5', 2)
  const [first, later] = [tickets(kitchen.page, 'A5').first(), tickets(kitchen.page, 'A5').last()]
  expect(await first.innerText()).toMatch(/A5[\s\S]*蟹黄豆腐煲/)
  expect(await later.innerText()).toMatch(/^加菜[\s\S]*柚子排骨/)
  const [above, below] = [await first.boundingBox(), await later.boundingBox()]
  expect(below?.x).toBe(above?.x)
  expect(below?.y).toBe((above?.y ?? 0) + (above?.height ?? 0))
  await kitchen.page.keyboard.press('2')
  await ticketsBecome(kitchen.page, 'A5', 1)
  await kitchen.page.keyboard.press('1')
  await ticketsBecome(kitchen.page, 'A5', 0)
})

it('brings an order together at the pass and sends it out', async () => {
  await part(kitchen.page, 'toExpo').click()
  const complete = part(kitchen.page, 'expoOrder', '[data-complete="true"]')
  await expect.poll(() => complete.count(), PATIENCE).toBe(5)
  await complete.first().locator(`[data-testid="${TEST_IDS.expoServeReady}"]`).click()
  await expect.poll(() => part(kitchen.page, 'expoOrder').count(), PATIENCE).toBe(4)
  await openTable(waiter.page, 'A1')
  await linesBecome(waiter.page, ['served'])
  await addDish(waiter.page, TOFU)
  await send(waiter.page)
  await expect.poll(() => part(kitchen.page, 'expoOrder').count(), PATIENCE).toBe(5)
  await allDecided(waiter.page)
})
