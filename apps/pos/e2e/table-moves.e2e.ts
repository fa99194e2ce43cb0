import { beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { addDishes, allDecided, openTable, part, send, table, tableState, toTables } from './stage/people.ts'
import { restaurant } from './stage/restaurant.ts'
import { factsOf, storedOrders } from './stage/stored-documents.ts'
import { countTaps } from './stage/taps.ts'

const { waiter, away, server } = restaurant({
  waiter: { joins: 'Tablet 1', person: 'lin' },
  away: { joins: 'Tablet 2', person: 'zhou' },
})
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

const PATIENCE = { timeout: 15_000 }

/** How many rounds the server keeps in the order with this number, as “AK-3”. */
async function roundsStored(number: string): Promise<number> {
  const order = (await storedOrders(server())).find((document) => {
    const [opened] = factsOf(document, 'opened')
    return opened !== undefined && `${opened.number.letters}-${opened.number.counter}` === number
  })
  if (!order) throw new Error(`no order ${number}`)
  return factsOf(order, 'roundSent').length
}

async function numberOf(page: Page): Promise<string> {
  return /[A-Z]{2}-\d+/.exec(await part(page, 'orderNumber').first().innerText())?.[0] ?? ''
}

/** A table with one dish that every terminal knows of; the terminal stays with it. */
async function seat(page: Page, label: string, dishes: readonly (readonly [number, readonly string[]])[]) {
  await openTable(page, label)
  await addDishes(page, dishes)
  await send(page)
  await allDecided(page)
  return numberOf(page)
}

describe('a table that is merged away while its waiter is out of reach', () => {
  it('keeps what he tapped: the slip says where the bill is, the dishes go there with one tap, and are sent once', async () => {
    const theirs = await seat(away.page, 'B1', [[1, ['209']]])
    await toTables(waiter.page)
    const host = await seat(waiter.page, 'B2', [[5, ['601']]])
    away.link.cut()
    await addDishes(away.page, [
      [1, ['202']],
      [5, ['601', '601']],
    ])
    await expect.poll(() => part(away.page, 'cartLine').count()).toBe(2)
    await choose('merge')
    await part(waiter.page, 'mergeWith').filter({ hasText: 'B1' }).click()
    await expect.poll(() => part(waiter.page, 'arrived').count()).toBe(1)
    await allDecided(waiter.page)

    away.link.join()
    await part(away.page, 'toMerged').waitFor(PATIENCE)
    expect(await away.page.getByText('这张单已并入 B2').count()).toBe(1)
    expect(await part(away.page, 'cartLine').count()).toBe(2)
    const left = part(waiter.page, 'stranded')
    await expect.poll(() => left.innerText(), PATIENCE).toMatch(/B1 .*还有 3 份未下单/)

    await part(away.page, 'toMerged').click()
    await part(away.page, 'carry').click(PATIENCE)
    for (const { page } of [away, waiter]) {
      await expect.poll(() => part(page, 'cartLine').count(), PATIENCE).toBe(2)
      await expect.poll(() => part(page, 'stranded').count(), PATIENCE).toBe(0)
    }
    await send(away.page)
    await allDecided(away.page)
    await expect.poll(() => part(waiter.page, 'round').count(), PATIENCE).toBe(2)
    await expect.poll(() => part(waiter.page, 'cartLine').count(), PATIENCE).toBe(0)
    expect([await roundsStored(theirs), await roundsStored(host)]).toEqual([1, 2])
  })

  it('keeps what he sent, too: it stands on a bill of its own, said in words, and comes along in three taps', async () => {
    await toTables(away.page)
    await toTables(waiter.page)
    const theirs = await seat(away.page, 'B3', [[1, ['209']]])
    await seat(waiter.page, 'B4', [[5, ['601']]])
    away.link.cut()
    await addDishes(away.page, [[1, ['202']]])
    await send(away.page)
    await choose('merge')
    await part(waiter.page, 'mergeWith').filter({ hasText: 'B3' }).click()
    await expect.poll(() => part(waiter.page, 'arrived').count()).toBe(1)
    const before = await total()
    await allDecided(waiter.page)
    away.link.join()
    await allDecided(away.page)
    await part(away.page, 'contradiction').waitFor(PATIENCE)
    const late = part(away.page, 'line', '[data-line-state="sent"]').filter({ hasText: '78' })
    const moving = await (
      await countTaps(away.page)
    )(async () => {
      await late.click()
      await part(away.page, 'moveLine').click()
      await part(away.page, 'moveDishesTo').filter({ hasText: 'B4' }).click()
    })
    expect(moving).toBe(3)
    await allDecided(away.page)
    await expect.poll(total, PATIENCE).not.toBe(before)
    await expect.poll(() => part(waiter.page, 'arrived').locator('[data-testid="line"]').count(), PATIENCE).toBe(2)
    expect(await roundsStored(theirs)).toBe(2)
    await toTables(away.page)
    await toTables(waiter.page)
  })
})

describe('two bills on one table', () => {
  it('are opened in two taps, asked for by the table on every terminal, and joined in three', async () => {
    const { page } = waiter
    await seat(page, 'B5', [[1, ['209']]])
    const opening = await taps(async () => {
      await choose('another')
      await part(page, 'dish').first().waitFor()
    })
    expect(opening).toBe(2)
    await addDishes(page, [[5, ['601', '601']]])
    await send(page)
    await allDecided(page)
    await toTables(page)
    for (const device of [waiter, away]) {
      await expect.poll(() => table(device.page, 'B5').getAttribute('data-orders'), PATIENCE).toBe('2')
      await table(device.page, 'B5').click()
      await expect.poll(() => part(device.page, 'tableOrder').count()).toBe(2)
    }
    await away.page.keyboard.press('Escape')
    await part(page, 'tableOrder').last().click()
    await part(page, 'orderTotal').waitFor()
    const joining = await taps(async () => {
      await choose('join')
      await part(page, 'mergeWith').click()
    })
    expect(joining).toBe(3)
    await allDecided(page)
    await expect.poll(() => table(away.page, 'B5').getAttribute('data-orders'), PATIENCE).toBe('1')
    await table(away.page, 'B5').click()
    await expect.poll(() => part(away.page, 'line').count(), PATIENCE).toBe(2)
    await part(away.page, 'moves').click()
    await part(away.page, 'moveAction', '[data-action="unmerge"]').click()
    await part(away.page, 'unmerge').click()
    await allDecided(away.page)
    await toTables(page)
    await expect.poll(() => table(page, 'B5').getAttribute('data-orders'), PATIENCE).toBe('2')
  })
})
