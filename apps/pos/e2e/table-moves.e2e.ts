import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openRestaurant, type RestaurantServer } from '@orderez/sync-server/stage'
import { openDevice, type Device } from './stage/device.ts'
import { addDishes, allDecided, join, openTable, part, send, signIn, tableState, toTables } from './stage/people.ts'

let server: RestaurantServer
let waiter: Device

beforeAll(async () => {
  server = await openRestaurant()
  waiter = await openDevice(server, 'tablet')
})
afterEach(() => {
  expect(waiter.takeErrors()).toEqual([])
})
afterAll(async () => {
  await waiter?.close()
  await server?.close()
})

async function choose(action: string): Promise<void> {
  await part(waiter.page, 'moves').click()
  await part(waiter.page, 'moveAction', `[data-action="${action}"]`).click()
}

async function total(): Promise<string> {
  return part(waiter.page, 'orderTotal').innerText()
}

describe('guests who change tables', () => {
  it('are moved, merged with another table and parted again, each in three taps', async () => {
    const { page } = waiter
    await join(page, waiter.origin, server, 'Tablet 1')
    await signIn(page, 'lin')
    await openTable(page, 'A3')
    await addDishes(page, [[1, ['209']]])
    await send(page)
    await toTables(page)
    await openTable(page, 'A1')
    await addDishes(page, [[5, ['601']]])
    await send(page)
    const alone = await total()

    await choose('table')
    await part(page, 'moveTable', '[data-table-label="A2"]').click()
    await toTables(page)
    await expect.poll(() => tableState(page, 'A1')).toBe('free')
    await expect.poll(() => tableState(page, 'A2')).toBe('sent')

    await openTable(page, 'A2')
    await choose('merge')
    await part(page, 'mergeWith').click()
    await expect.poll(total).not.toBe(alone)

    await choose('unmerge')
    await part(page, 'unmerge').click()
    await expect.poll(total).toBe(alone)
    await allDecided(page)
  })

  it('takes along what was sent and what was not: the slip says where from, and nothing is stranded', async () => {
    const { page } = waiter
    await toTables(page)
    await openTable(page, 'A6')
    await addDishes(page, [[1, ['209']]])
    await send(page)
    await addDishes(page, [[5, ['601', '601']]])
    await expect.poll(() => part(page, 'cartLine').count()).toBe(1)
    await toTables(page)
    await openTable(page, 'A7')
    await addDishes(page, [[1, ['209']]])
    await send(page)
    const alone = await total()

    await choose('merge')
    await part(page, 'mergeWith').filter({ hasText: 'A6' }).click()
    await expect.poll(() => part(page, 'arrived').count()).toBe(1)
    expect(await part(page, 'arrived').innerText()).toContain('A6')
    await expect.poll(() => part(page, 'cartLine').getAttribute('data-quantity')).toBe('2')

    await part(page, 'undo').click()
    await expect.poll(() => part(page, 'arrived').count()).toBe(0)
    await expect.poll(() => part(page, 'cartLine').count()).toBe(0)
    await expect.poll(total).toBe(alone)

    await choose('merge')
    await part(page, 'mergeWith').filter({ hasText: 'A6' }).click()
    await expect.poll(() => part(page, 'cartLine').count()).toBe(1)
    await send(page)
    await expect.poll(() => part(page, 'cartLine').count()).toBe(0)
    expect(await part(page, 'stranded').count()).toBe(0)

    await part(page, 'arrived').locator('[data-testid="line"]').click()
    await part(page, 'voidReason').first().click()
    await expect.poll(() => part(page, 'arrived').locator('[data-line-state="voided"]').count()).toBe(1)
    await toTables(page)
    await expect.poll(() => tableState(page, 'A6')).toBe('sent')
    await allDecided(page)
    await openTable(page, 'A6')
    expect(await part(page, 'arrived').locator('[data-line-state="voided"]').count()).toBe(1)
    expect(await part(page, 'cartLine').count()).toBe(0)
  })
})
