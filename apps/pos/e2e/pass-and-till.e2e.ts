import { expect, it } from 'vitest'
import { TEST_IDS } from '../src/renderer/test-ids.ts'
import {
  addDish,
  addDishes,
  allDecided,
  bump,
  linesBecome,
  lineStates,
  openAmount,
  openCategory,
  openTable,
  part,
  send,
  table,
  tableState,
  tickets,
  ticketsBecome,
  toTables,
} from './stage/people.ts'
import { restaurant } from './stage/restaurant.ts'

const HOT = 1
const MILD = 1

const { waiter, kitchen, till } = restaurant({
  waiter: { joins: 'Tablet 1', person: 'lin' },
  kitchen: { size: 'kitchen', joins: 'Wok screen', person: 'chen', station: 'Wok' },
  till: { joins: 'Till', person: 'wang' },
})

it('carries an option and a note to the kitchen', async () => {
  await openTable(waiter.page, 'A1')
  await openCategory(waiter.page, HOT)
  await part(waiter.page, 'dish', '[data-dish-number="205"]').click()
  await part(waiter.page, 'note').fill('no onion 不要洋葱')
  await part(waiter.page, 'option').nth(MILD).click()
  await part(waiter.page, 'addToCart').click()
  await addDish(waiter.page, '202')
  await addDish(waiter.page, '202')
  await addDish(waiter.page, '202')
  await send(waiter.page)
  await linesBecome(waiter.page, ['received'], 2)
  const ticket = await tickets(kitchen.page, 'A1').innerText()
  expect(ticket).toContain('不要洋葱')
  expect(ticket).toContain('微辣')
})

it('bumps one unit of three, then the rest, and calls a line back', async () => {
  await kitchen.page.locator(`[data-testid="${TEST_IDS.ticketUnit}"]`).first().click()
  await expect.poll(async () => (await lineStates(waiter.page)).includes('ready')).toBe(true)
  expect(await lineStates(waiter.page)).toContain('received')
  await bump(kitchen.page, 'A1')
  await ticketsBecome(kitchen.page, 'A1', 0)
  await expect.poll(async () => [...new Set(await lineStates(waiter.page))]).toEqual(['ready'])

  await part(kitchen.page, 'recallList').click()
  await part(kitchen.page, 'recall').first().click()
  await kitchen.page.keyboard.press('Escape')
  await ticketsBecome(kitchen.page, 'A1', 1)
  await expect.poll(async () => (await lineStates(waiter.page)).includes('cooking')).toBe(true)
  await bump(kitchen.page, 'A1')
  await ticketsBecome(kitchen.page, 'A1', 0)
})

it('voids a sent unit, which the kitchen has to tap away', async () => {
  await toTables(waiter.page)
  await openTable(waiter.page, 'A2')
  await addDishes(waiter.page, [[HOT, ['202', '209']]])
  await send(waiter.page)
  await linesBecome(waiter.page, ['received'], 2)
  await part(waiter.page, 'line').first().click()
  await part(waiter.page, 'voidReason').first().click()
  await expect
    .poll(async () => (await lineStates(waiter.page)).toSorted(), { timeout: 15_000 })
    .toEqual(['received', 'voided'])
  await allDecided(waiter.page)
  const void1 = tickets(kitchen.page, 'A2').locator(`[data-testid="${TEST_IDS.acknowledge}"][data-about="voided"]`)
  await void1.click({ timeout: 15_000 })
  await expect.poll(() => void1.count()).toBe(0)
  await ticketsBecome(kitchen.page, 'A2', 1)
})

it('takes part payments with change, and closes only what is settled', async () => {
  await table(till.page, 'A2').click()
  await expect.poll(() => part(till.page, 'orderTotal').innerText()).toContain('66')
  await part(till.page, 'toPayment').click()
  await expect.poll(() => openAmount(till.page)).toBe(66_00)
  await part(till.page, 'tender', '[data-value="wechat"]').click()
  for (const digit of '20') await till.page.getByRole('button', { name: digit, exact: true }).click()
  await part(till.page, 'pay').click()
  await expect.poll(() => openAmount(till.page)).toBe(46_00)
  expect(await part(till.page, 'close').isDisabled()).toBe(true)

  await part(till.page, 'tender', '[data-value="cash"]').click()
  await till.page.getByRole('button', { name: '100', exact: true }).click()
  await expect.poll(() => part(till.page, 'change').getAttribute('data-amount')).toBe('5400')
  await part(till.page, 'pay').click()
  await expect.poll(() => openAmount(till.page)).toBe(0)
  expect(await part(till.page, 'payment').count()).toBe(2)
  await part(till.page, 'close').click()
  await part(till.page, 'table').first().waitFor()
  await expect.poll(() => tableState(till.page, 'A2')).toBe('free')
})
