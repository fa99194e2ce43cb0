import { beforeAll, describe, expect, it } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { allDecided, openTable, part, payAndClose, pick, send } from './stage/people.ts'
import { restaurant } from './stage/restaurant.ts'

const { manager, waiter } = restaurant({
  manager: { joins: 'Office', person: 'zhao' },
  waiter: { joins: 'Tablet 1', person: 'lin' },
})
beforeAll(async () => {
  await openTable(waiter.page, 'A1')
})

const PATIENCE = { timeout: 20_000 }

async function section(name: string): Promise<void> {
  await part(manager.page, 'managerSection', `[data-section="${name}"]`).click()
}

async function subject(name: string): Promise<void> {
  await section('settings')
  await part(manager.page, 'settingsSubject', `[data-section="${name}"]`).click()
}

async function save(): Promise<void> {
  await part(manager.page, 'managerSave').last().click()
  await manager.page.getByRole('dialog').waitFor({ state: 'detached' })
}

/** The button that says this, on the manager's screen. */
function button(name: string): Locator {
  return manager.page.getByRole('button', { name, exact: true })
}

async function openMenuCategory(name: string): Promise<void> {
  await section('menu')
  await part(manager.page, 'managerCategory').filter({ hasText: name }).click()
}

/** The waiter's category and dishes, as they are when they are asked for. */
const category = (name: string) => part(waiter.page, 'category').filter({ hasText: name })
const dish = (number: string) => part(waiter.page, 'dish', `[data-dish-number="${number}"]`)

async function nameThem(page: Page, zh: string, en: string, place: 'first' | 'last' = 'first'): Promise<void> {
  await part(page, 'nameZh')[place]().fill(zh)
  await part(page, 'nameEn')[place]().fill(en)
}

describe('a day of the manager', () => {
  it('adds a category, an option group and a dish with it, which the waiter can order', async () => {
    const { page } = manager
    await part(page, 'toManager').click()
    await section('menu')
    await page.getByRole('tab').nth(1).click()
    await part(page, 'addOptionGroup').click()
    await nameThem(page, '蜜度', 'Sweetness')
    expect(await part(page, 'managerSave').isDisabled()).toBe(true)
    for (const [zh, en] of [
      ['正常糖', 'Sweet'],
      ['加蜂蜜', 'With honey'],
    ] as const) {
      await part(page, 'addOption').click()
      await nameThem(page, zh, en, 'last')
    }
    await part(page, 'settingsRate').last().fill('2.50')
    await page.getByRole('button', { name: '增加：至少选' }).click()
    await save()

    await page.getByRole('tab').nth(0).click()
    await button('添加分类').click()
    await nameThem(page, '凉茶', 'Herbal tea')
    await save()
    await part(page, 'managerCategory').filter({ hasText: '凉茶' }).click()
    await part(page, 'managerAddDish').click()
    await page.getByLabel('中文名').fill('菊花茶')
    await page.getByLabel('编号', { exact: true }).fill('HT1')
    await part(page, 'managerPrice').fill('18')
    await part(page, 'dishGroup').filter({ hasText: '蜜度' }).click()
    await save()

    await category('凉茶').click(PATIENCE)
    await dish('HT1').click(PATIENCE)
    await part(waiter.page, 'option').filter({ hasText: '加蜂蜜' }).click()
    await expect.poll(() => part(waiter.page, 'cartLine').first().innerText(), PATIENCE).toContain('20.50')
  })

  it('changes a price, and what the waiter had in the cart is sent at the price it was told', async () => {
    const { page } = manager
    await part(page, 'managerDish', '[data-dish-number="HT1"]').locator('button').first().click()
    await part(page, 'managerPrice').fill('22')
    await save()
    await expect.poll(() => dish('HT1').innerText(), PATIENCE).toContain('22')
    await send(waiter.page)
    await allDecided(waiter.page)
    expect(await part(waiter.page, 'orderTotal').innerText()).toContain('20.50')
  })

  it('makes a set meal of dishes', async () => {
    const { page } = manager
    await part(page, 'managerAddDish').click()
    await page.getByLabel('中文名').first().fill('双人茶点')
    await page.getByLabel('编号', { exact: true }).fill('HT2')
    await part(page, 'managerPrice').fill('58')
    await part(page, 'setMeal').click()
    expect(await part(page, 'managerSave').isDisabled()).toBe(true)
    await nameThem(page, '饮品', 'Drink', 'last')
    await pick(page, 'setPartDish', '菊花茶')
    await save()
    await part(page, 'managerDish', '[data-dish-number="HT2"]').locator('button').first().click()
    await expect.poll(() => part(page, 'nameEn').last().inputValue()).toBe('Drink')
    await page.keyboard.press('Escape')
    await dish('HT2').waitFor(PATIENCE)
  })

  it('sells the set again with its round, and lets its dishes be chosen again', async () => {
    const { page } = waiter
    await dish('HT2').click()
    await part(page, 'option').first().click()
    await send(page)
    await part(page, 'repeatRound').last().click()
    const line = part(page, 'cartLine').filter({ hasText: '双人茶点' })
    await expect.poll(() => line.innerText(), PATIENCE).toContain('菊花茶')
    await line.getByRole('button').first().click()
    await part(page, 'changeOptions').click()
    await part(page, 'addToCart').click()
    await expect.poll(() => line.innerText()).toContain('菊花茶')
    await part(page, 'clearUnsent').click()
    await expect.poll(() => part(page, 'cartLine').count()).toBe(0)
  })

  it('takes a dish off for an hour and puts it back; with one tap for the day, found by its number', async () => {
    const { page } = manager
    await part(page, 'managerDish', '[data-dish-number="HT1"]').locator('button').first().click()
    await page.getByRole('radio', { name: '1 小时' }).click()
    await save()
    await expect.poll(() => dish('HT1').innerText(), PATIENCE).toContain('沽清')
    const row = part(page, 'managerDish', '[data-dish-number="HT1"]')
    expect(await row.innerText()).toMatch(/沽清到 \d\d:\d\d/)
    await row.locator(part(page, 'managerSoldOut')).click()
    await expect.poll(() => dish('HT1').innerText(), PATIENCE).not.toContain('沽清')

    await part(page, 'managerCategory').first().click()
    await row.waitFor({ state: 'detached' })
    await part(page, 'search').fill('ht1')
    await row.locator(part(page, 'managerSoldOut')).click()
    await expect.poll(() => row.innerText(), PATIENCE).toContain('今天沽清')
    await row.locator(part(page, 'managerSoldOutUntil')).click()
    await page.getByRole('radio', { name: '直到手动恢复' }).click()
    await expect.poll(() => row.innerText(), PATIENCE).not.toContain('今天')
    expect(await row.innerText()).toContain('沽清')
    await row.locator(part(page, 'managerSoldOut')).click()
    await expect.poll(() => dish('HT1').innerText(), PATIENCE).not.toContain('沽清')
    await openMenuCategory('凉茶')
  })

  it('adds a reason and a discount; takes the discount back, and again', async () => {
    const { page } = manager
    await subject('reasons')
    await part(page, 'settingsAdd').click()
    await nameThem(page, '打翻了', 'Spilled')
    await save()
    await part(waiter.page, 'line').first().click()
    await expect
      .poll(() => part(waiter.page, 'voidReason').allInnerTexts(), PATIENCE)
      .toEqual(expect.arrayContaining([expect.stringContaining('打翻了')]))
    await waiter.page.keyboard.press('Escape')

    await subject('discounts')
    const before = await part(page, 'settingsEntry').count()
    await part(page, 'settingsAdd').click()
    await nameThem(page, '开业', 'Opening')
    await part(page, 'settingsRate').fill('8.8')
    await save()
    await expect.poll(() => part(page, 'settingsEntry').count()).toBe(before + 1)
    expect(await part(page, 'settingsEntry').last().innerText()).toContain('减 8.8%')
    await part(page, 'editUndo').click()
    await expect.poll(() => part(page, 'settingsEntry').count()).toBe(before)
    await part(page, 'editRedo').click()
    await expect.poll(() => part(page, 'settingsEntry').count()).toBe(before + 1)
  })

  it('names the station that takes what has none; without a screen the wok’s dishes go there', async () => {
    const { page } = manager
    await subject('stations')
    const fallback = part(page, 'fallbackStation')
    await fallback.getByRole('radio', { name: '凉菜间' }).click()
    const wok = part(page, 'settingsEntry').filter({ hasText: '炒锅' })
    await wok.getByRole('button').first().click()
    await page.getByRole('dialog').getByRole('switch').click()
    await save()
    await expect.poll(() => wok.innerText(), PATIENCE).toContain('没有后厨屏')
    await category('热菜').first().click()
    await dish('209').click()
    await expect.poll(() => part(waiter.page, 'send').innerText(), PATIENCE).toContain('凉菜间 1')
    await part(page, 'editUndo').click()
    await expect.poll(() => part(waiter.page, 'send').innerText(), PATIENCE).toContain('炒锅 1')
    await send(waiter.page)
  })

  it('orders the ways of paying and writes what a wallet’s code says; the waiter’s bill shows both', async () => {
    const { page } = manager
    await subject('tenders')
    const shown = () =>
      part(page, 'tenderRow').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-tender')))
    const before = await shown()
    expect(before.slice(0, 2)).toEqual(['cash', 'card'])
    await part(page, 'tenderRow', '[data-tender="wechat"]').locator(part(page, 'tenderEarlier')).click()
    await part(page, 'tenderRow', '[data-tender="wechat"]').locator(part(page, 'tenderEarlier')).click()
    await expect.poll(async () => (await shown()).slice(0, 3)).toEqual(['wechat', 'cash', 'card'])
    await part(page, 'payCode', '[data-tender="wechat"]').fill('https://pay.example/own')
    await part(page, 'payCodeSave').first().click()
    await allDecided(page)
    await part(waiter.page, 'toPayment').click()
    const tenders = () => part(waiter.page, 'tender').evaluateAll((keys) => keys.map((key) => key.dataset['value']))
    await expect.poll(async () => (await tenders()).slice(0, 3), PATIENCE).toEqual(['wechat', 'cash', 'card'])
    await part(waiter.page, 'back').click()
  })

  it('counts a dish down over what was paid and closed, after a reload too', async () => {
    const { page } = waiter
    await openMenuCategory('热菜')
    await part(manager.page, 'managerDish', '[data-dish-number="209"]').locator('button').first().click()
    await manager.page.getByRole('textbox', { name: '剩余份数' }).fill('3')
    await save()
    await category('热菜').first().click()
    await expect.poll(() => dish('209').innerText(), PATIENCE).toContain('剩 3')
    await dish('209').click()
    await send(page)
    await expect.poll(() => dish('209').innerText()).toContain('剩 2')
    await payAndClose(page)
    await openTable(page, 'A2')
    await category('热菜').first().click()
    await expect.poll(() => dish('209').innerText(), PATIENCE).toContain('剩 2')
    await allDecided(page)
    await page.reload()
    await openTable(page, 'A2')
    await category('热菜').first().click()
    await expect.poll(() => dish('209').innerText(), PATIENCE).toContain('剩 2')
  })

  it('refuses a clock that is slow after it is late', async () => {
    const { page } = manager
    await subject('orderTypes')
    for (let taps = 0; taps < 9; taps += 1) await page.getByRole('button', { name: '增加：偏慢' }).first().click()
    await page.getByRole('button', { name: '增加：偏慢' }).first().click()
    await expect.poll(() => part(page, 'notice').allInnerTexts(), PATIENCE).toContain('“偏慢”必须早于“超时”')
  })

  it('imports a menu, and keeps its wrong line to be mended', async () => {
    const { page } = manager
    await section('import')
    await part(page, 'managerPaste').fill('凉茶：\n夏枯草 1x\n罗汉果 16')
    await expect.poll(() => part(page, 'managerImportError').count()).toBe(1)
    expect(await part(page, 'managerImportError').innerText()).toContain('2')
    await part(page, 'managerImport').click()
    await expect.poll(() => part(page, 'managerPaste').inputValue(), PATIENCE).toBe('凉茶：\n夏枯草 1x')
    await part(page, 'managerPaste').fill('凉茶：\n夏枯草 15')
    await expect.poll(() => part(page, 'managerImportError').count()).toBe(0)
    await part(page, 'managerImport').click()
    await category('凉茶').click()
    await expect.poll(() => part(waiter.page, 'dish').filter({ hasText: '夏枯草' }).count(), PATIENCE).toBe(1)
    await openMenuCategory('凉茶')
    await expect.poll(() => part(page, 'managerDish').count(), PATIENCE).toBe(4)
  })
})
