import { beforeAll, describe, expect, it } from 'vitest'
import type { Device } from './stage/device.ts'
import {
  addDishes,
  allDecided,
  keptForOffline,
  linesBecome,
  openAmount,
  openTable,
  part,
  payAndClose,
  payExactly,
  send,
  table,
  tableState,
  tickets,
  ticketsBecome,
  toTables,
} from './stage/people.ts'
import { restaurant } from './stage/restaurant.ts'

const HOT = 1

const { lin, zhou, kitchen, till } = restaurant({
  lin: { joins: 'Tablet 1', person: 'lin' },
  zhou: { joins: 'Tablet 2', person: 'zhou' },
  kitchen: { size: 'kitchen', joins: 'Wok screen', person: 'chen', station: 'Wok' },
  till: { joins: 'Till', person: 'zhao' },
})
beforeAll(async () => {
  for (const device of [lin, zhou, till]) await keptForOffline(device.page)
})

/** Lines of the open order as the screen lists them: dish and state. */
async function slip(device: Device): Promise<string[]> {
  return part(device.page, 'line').evaluateAll((lines) =>
    lines.map((line) => `${line.getAttribute('data-dish')} ${line.getAttribute('data-line-state')}`).toSorted(),
  )
}

describe('(b) one tablet is cut off', () => {
  it('reloads, opens a table, sends and takes payment; the others work on; afterwards all are equal', async () => {
    lin.link.cut()
    await lin.page.reload()
    await part(lin.page, 'table').first().waitFor()
    await openTable(lin.page, 'A1')
    await addDishes(lin.page, [[HOT, ['202', '202', '209']]])
    await send(lin.page)
    await linesBecome(lin.page, ['saved'], 2)
    await payAndClose(lin.page)

    await openTable(zhou.page, 'A2')
    await addDishes(zhou.page, [[HOT, ['210']]])
    await send(zhou.page)
    await tickets(kitchen.page, 'A2').waitFor()
    expect(await tickets(kitchen.page, 'A1').count()).toBe(0)
    expect(await tableState(till.page, 'A1')).toBe('free')

    lin.link.join()
    await allDecided(lin.page)
    await tickets(kitchen.page, 'A1').waitFor()
    expect(await tickets(kitchen.page, 'A1').count()).toBe(1)
    const units = await tickets(kitchen.page, 'A1').locator('[data-testid="ticket-line"]').allInnerTexts()
    expect(units.map((text) => Number.parseInt(text, 10)).reduce((sum, count) => sum + count, 0)).toBe(3)
    await toTables(zhou.page)
    for (const device of [lin, zhou, till]) await expect.poll(() => tableState(device.page, 'A1')).toBe('free')
    for (const device of [lin, till]) await expect.poll(() => tableState(device.page, 'A2')).toBe('sent')
  })
})

describe('(c) two tablets apart', () => {
  it('on one order: both rounds count, whoever returns first', async () => {
    for (const [label, first, second] of [
      ['A3', lin, zhou],
      ['A4', zhou, lin],
    ] as const) {
      await openTable(lin.page, label)
      await addDishes(lin.page, [[HOT, ['202']]])
      await send(lin.page)
      await allDecided(lin.page)
      await expect.poll(() => tableState(zhou.page, label)).toBe('sent')
      await table(zhou.page, label).click()

      lin.link.cut()
      zhou.link.cut()
      await addDishes(lin.page, [[HOT, ['209']]])
      await send(lin.page)
      await addDishes(zhou.page, [[HOT, ['210', '210']]])
      await send(zhou.page)
      first.link.join()
      await allDecided(first.page)
      second.link.join()
      await allDecided(second.page)

      for (const device of [lin, zhou]) {
        await linesBecome(device.page, ['received'], 3)
      }
      await expect.poll(() => slip(zhou)).toEqual(await slip(lin))
      await ticketsBecome(kitchen.page, label, 3)
      await toTables(lin.page)
      await toTables(zhou.page)
    }
  })

  it('on one table: two bills and one question, and nothing joins by itself, whoever returns first', async () => {
    for (const [label, first, second] of [
      ['A7', zhou, lin],
      ['A10', lin, zhou],
    ] as const) {
      lin.link.cut()
      zhou.link.cut()
      for (const device of [lin, zhou]) {
        await openTable(device.page, label)
        await addDishes(device.page, [[HOT, ['202']]])
        await send(device.page)
        await toTables(device.page)
      }
      first.link.join()
      await allDecided(first.page)
      second.link.join()
      await allDecided(second.page)
      for (const device of [lin, zhou, till]) {
        await expect.poll(() => table(device.page, label).getAttribute('data-orders'), { timeout: 10_000 }).toBe('2')
        await table(device.page, label).click()
        await part(device.page, 'tableQuestion').waitFor()
        await expect.poll(() => part(device.page, 'tableOrder').count()).toBe(2)
        await device.page.keyboard.press('Escape')
      }
      await ticketsBecome(kitchen.page, label, 2)
    }
  })
})

describe('(g) paid while another tablet was away with two more lines', () => {
  it('keeps the printed sum and shows the remainder', async () => {
    await openTable(lin.page, 'B1')
    await addDishes(lin.page, [[HOT, ['202']]])
    await send(lin.page)
    await allDecided(lin.page)
    lin.link.cut()
    await addDishes(lin.page, [[HOT, ['209', '210']]])
    await send(lin.page)

    await table(till.page, 'B1').click()
    await payExactly(till.page)
    await part(till.page, 'close').click()
    await part(till.page, 'table').first().waitFor()
    await expect.poll(() => tableState(till.page, 'B1')).toBe('free')

    lin.link.join()
    await allDecided(lin.page)
    await expect.poll(() => tableState(till.page, 'B1')).not.toBe('free')
    await table(till.page, 'B1').click()
    await part(till.page, 'toPayment').click()
    await expect.poll(() => openAmount(till.page)).toBe(66_00 + 34_00)
    await part(till.page, 'remainder').first().waitFor()
    expect(await part(till.page, 'payment').count()).toBe(1)
    expect(await part(till.page, 'billPaid').getAttribute('data-amount')).toBe('7800')
  })
})
