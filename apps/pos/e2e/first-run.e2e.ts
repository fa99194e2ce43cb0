import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { createSiteClient, openRestaurant, type RestaurantServer } from '@orderez/sync-server/stage'
import { openDevice, type Device } from './stage/device.ts'
import {
  addDish,
  allDecided,
  openCategory,
  openTable,
  part,
  payAndClose,
  pick,
  send,
  signIn,
  tableState,
} from './stage/people.ts'

const PIN = '804137'
const MENU = '热菜：\n宫保鸡丁 / Kung Pao chicken 38\n麻婆豆腐 28\n这一行没有价格\n饮料：\n茉莉花茶 12'
const CSV = 'number,name,price\r\n1,红烧肉,58\r\n2,白米饭,3\r\n'
const PATIENCE_MS = 30_000

let server: RestaurantServer
const devices: Device[] = []

async function fresh(): Promise<Device> {
  server = await openRestaurant({ demo: false })
  return device('tablet')
}
async function device(size: 'tablet' | 'phone'): Promise<Device> {
  const opened = await openDevice(server, size)
  devices.push(opened)
  return opened
}
afterEach(async () => {
  const errors = devices.flatMap((each) => each.takeErrors())
  for (const each of devices.splice(0)) await each.close()
  await server?.close()
  expect(errors).toEqual([])
})

async function next(page: Page): Promise<void> {
  await part(page, 'setupNext').click()
}

/** Through the wizard up to its last step, which is filled in and not yet confirmed. */
async function fillIn(page: Page, origin: string): Promise<void> {
  await page.goto(origin)
  await part(page, 'doorStart').click({ timeout: PATIENCE_MS })
  expect(await part(page, 'setupNext').isDisabled()).toBe(true)
  await part(page, 'setupNameZh').fill('转角小馆')
  await part(page, 'setupNameEn').fill('Corner House')
  await pick(page, 'setupCurrency', /^CNY/)
  await next(page)
  await part(page, 'setupMenuFile').setInputFiles({ name: 'menu.csv', mimeType: 'text/csv', buffer: Buffer.from(CSV) })
  await expect.poll(() => part(page, 'setupMenuCount').getAttribute('data-count')).toBe('2')
  await part(page, 'setupMenu').fill(MENU)
  await expect.poll(() => part(page, 'setupMenuCount').getAttribute('data-count')).toBe('3')
  await next(page)
  await part(page, 'setupFloor', '[data-layout="cafe"]').click()
  await next(page)
  await part(page, 'setupOwner').fill('王掌柜')
  await part(page, 'setupPin').fill('111111')
  await part(page, 'setupPinAgain').fill('111111')
  expect(await part(page, 'setupNext').isDisabled()).toBe(true)
  await part(page, 'setupPin').fill(PIN)
  await part(page, 'setupPinAgain').fill(PIN)
}

describe('the first run', () => {
  it('leads from a fresh server to the first paid order, and a second device joins by the code on the screen', async () => {
    const { page, origin } = await fresh()
    await fillIn(page, origin)
    await next(page)
    await part(page, 'table').first().waitFor({ timeout: PATIENCE_MS })
    await openTable(page, 'A1')
    await part(page, 'category').filter({ hasText: '热菜' }).click()
    await part(page, 'dish').filter({ hasText: '宫保鸡丁' }).click()
    await part(page, 'category').filter({ hasText: '饮料' }).click()
    await part(page, 'dish').filter({ hasText: '茉莉花茶' }).click()
    await send(page)
    await allDecided(page)
    await payAndClose(page)
    await expect.poll(() => tableState(page, 'A1')).toBe('free')

    const client = createSiteClient(server.port, server.caPem)
    expect((await client.get('/api/site')).body).toMatchObject({ setup: 'done', demoSignIns: [] })
    expect(server.output()).not.toContain(PIN)

    await part(page, 'toManager').click()
    await part(page, 'managerSection', '[data-section="devices"]').click({ timeout: PATIENCE_MS })
    await page.getByText('还没有备份').waitFor()
    await part(page, 'addTerminal').click()
    await part(page, 'managerPin').fill('804138')
    await part(page, 'managerPinDone').click()
    await page.getByText('密码不对').waitFor()
    await part(page, 'managerPin').fill(PIN)
    await part(page, 'managerPinDone').click()
    const code = await part(page, 'joinCodeShown').innerText()

    const phone = await device('phone')
    await phone.page.goto(`${phone.origin}/#join=${code.replace('-', '')}&spki=${server.authoritySpki}`)
    await part(phone.page, 'joinName').fill('手机')
    await part(phone.page, 'joinSubmit').click()
    await part(phone.page, 'person', '[data-sign-in="owner"]').waitFor({ timeout: PATIENCE_MS })
    await page.keyboard.press('Escape')
    await expect.poll(() => part(page, 'terminalRow').count(), { timeout: PATIENCE_MS }).toBe(2)
  })

  it('asks for the set-up code away from the server, and lets nobody on with a wrong one', async () => {
    const { page, origin } = await fresh()
    await page.setExtraHTTPHeaders({ 'x-forwarded-for': '192.0.2.7' })
    await page.goto(origin)
    await part(page, 'doorStart').click({ timeout: PATIENCE_MS })
    await part(page, 'setupCode').fill('2222-2222')
    await next(page)
    await part(page, 'setupProblem').waitFor({ timeout: PATIENCE_MS })
    expect(await part(page, 'setupNameZh').count()).toBe(0)
    await part(page, 'setupCode').fill(await server.setupCode())
    await next(page)
    await part(page, 'setupNameZh').waitFor({ timeout: PATIENCE_MS })
  })

  it('is won by one of two who start at once, and the other is told', async () => {
    const first = await fresh()
    const second = await device('tablet')
    await fillIn(first.page, first.origin)
    await fillIn(second.page, second.origin)
    await Promise.all([next(first.page), next(second.page)])
    const isIn = async ({ page }: Device) => (await part(page, 'table').count()) > 0
    const isTold = async ({ page }: Device) => (await part(page, 'setupProblem').count()) > 0
    await expect
      .poll(
        async () =>
          [await isIn(first), await isIn(second), await isTold(first), await isTold(second)].filter(Boolean).length,
        { timeout: PATIENCE_MS },
      )
      .toBe(2)
    expect(await isIn(first)).not.toBe(await isIn(second))
  })

  it('never loses what a real restaurant has not sent, when the server at its address is nobody’s any more', async () => {
    const { page, origin } = await fresh()
    await fillIn(page, origin)
    await next(page)
    await part(page, 'table').first().waitFor({ timeout: PATIENCE_MS })
    await openTable(page, 'A1')
    await part(page, 'dish').filter({ hasText: '宫保鸡丁' }).click()
    await server.kill()
    await send(page)
    await rm(join(server.dataDir, 'restaurant'), { recursive: true })
    await server.start()
    await part(page, 'changedSite').waitFor({ timeout: PATIENCE_MS })
    expect(await part(page, 'leaveSite').isDisabled()).toBe(true)
    await part(page, 'goOn').click()
    expect(await part(page, 'line').count()).toBe(1)
    await page.reload()
    await part(page, 'changedSite').waitFor({ timeout: PATIENCE_MS })
    expect((await databasesOf(page)).length).toBeGreaterThan(0)
  })

  it('opens the demo, deletes it with one tap, and shows the doors to every device that was in it', async () => {
    const { page, origin } = await fresh()
    await page.goto(origin)
    await part(page, 'doorDemo').click({ timeout: PATIENCE_MS })
    await signInToDemo(page)
    const other = await device('phone')
    await other.page.goto(other.origin)
    await part(other.page, 'doorDemo').click({ timeout: PATIENCE_MS })
    await part(other.page, 'person').first().waitFor({ timeout: PATIENCE_MS })
    await openTable(page, 'A1')
    await openCategory(page, 1)
    await addDish(page, '202')
    await send(page)

    await page.reload()
    await part(page, 'signOut').click({ timeout: PATIENCE_MS })
    await part(page, 'deleteDemo').click({ timeout: PATIENCE_MS })
    await part(page, 'deleteDemoSure').click()
    await part(page, 'doorStart').waitFor({ timeout: PATIENCE_MS })
    expect(await databasesOf(page)).toEqual([])

    await part(other.page, 'changedSite').waitFor({ timeout: PATIENCE_MS })
    await part(other.page, 'toDoors').click()
    await part(other.page, 'doorStart').waitFor({ timeout: PATIENCE_MS })
    expect(await part(other.page, 'doorStart').isEnabled()).toBe(true)
  })
})

async function signInToDemo(page: Page): Promise<void> {
  await part(page, 'person').first().waitFor({ timeout: PATIENCE_MS })
  await signIn(page, 'zhao')
}

/** What a page keeps of terminals. */
function databasesOf(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const all = await indexedDB.databases()
    return all.flatMap(({ name }) => (name?.includes('trm_') ? [name] : []))
  })
}
