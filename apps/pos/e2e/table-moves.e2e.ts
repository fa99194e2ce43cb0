import { beforeAll, describe, expect, it } from 'vitest'
import { addDishes, allDecided, openTable, part, send, table, tableState, toTables } from './stage/people.ts'
import { restaurant } from './stage/restaurant.ts'
import { countTaps } from './stage/taps.ts'

const { waiter } = restaurant({ waiter: { joins: 'Tablet 1', person: 'lin' } })
let taps: (work: () => Promise<unknown>) => Promise<number>
beforeAll(async () => {
  taps = await countTaps(waiter.page)
})

async function choose(action: string): Promise<void> {
  await part(waiter.page, 'moves').click()
  await part(waiter.page, 'moveAction', `[data-action="${action}"]`).click()
}

async function total(): Promise<string> {
  return part(waiter.page, 'orderTotal').innerText()
}

describe('guests who sit down', () => {
  it('are at their first dish in two taps, and counted in one more', async () => {
    const { page } = waiter
    await table(page, 'A9').waitFor({ timeout: 15_000 })
    const toDish = await taps(async () => {
      await openTable(page, 'A9')
      await part(page, 'dish').first().click()
      await part(page, 'cartLine').waitFor()
    })
    expect(toDish).toBe(2)
    await toTables(page)
    await openTable(page, 'A8')
    const key = page.locator('[data-testid="guest-key"][data-count="5"]:visible')
    expect(await taps(() => key.click())).toBe(1)
    await expect.poll(() => part(page, 'guests').getAttribute('data-guests')).toBe('5')
    await part(page, 'guests').click()
    await part(page, 'guestKey', '[data-count="7"]').last().click()
    await expect.poll(() => part(page, 'guests').getAttribute('data-guests')).toBe('7')
    await toTables(page)
    expect(await tableState(page, 'A8')).toBe('seated')
  })
})

describe('guests who change tables', () => {
  it('are moved, merged with another table and parted again, each in three taps', async () => {
    const { page } = waiter
    await openTable(page, 'A3')
    await addDishes(page, [[1, ['209']]])
    await send(page)
    await toTables(page)
    await openTable(page, 'A1')
    await addDishes(page, [[5, ['601']]])
    await send(page)
    const alone = await total()

    const toMove = await taps(async () => {
      await choose('table')
      await part(page, 'moveTable', '[data-table-label="A2"]').click()
    })
    expect(toMove).toBe(3)
    await toTables(page)
    await expect.poll(() => tableState(page, 'A1')).toBe('free')
    await expect.poll(() => tableState(page, 'A2')).toBe('sent')

    await openTable(page, 'A2')
    const toMerge = await taps(async () => {
      await choose('merge')
      await part(page, 'mergeWith').filter({ hasText: 'A3' }).click()
    })
    expect(toMerge).toBe(3)
    await expect.poll(total).not.toBe(alone)

    const toUnmerge = await taps(async () => {
      await choose('unmerge')
      await part(page, 'unmerge').click()
    })
    expect(toUnmerge).toBe(3)
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
    expect(await table(page, 'A6').locator('[data-testid="unsent-pill"]').getAttribute('data-count')).toBe('2')
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
