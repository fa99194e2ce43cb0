import { beforeAll, describe, expect, it } from 'vitest'
import { conflictSchema } from '@orderez/core/inbox'
import type { Device } from './stage/device.ts'
import { allDecided, part, table } from './stage/people.ts'
import { restaurant } from './stage/restaurant.ts'
import { storedDocuments } from './stage/stored-documents.ts'

const PATIENCE = { timeout: 20_000 }

const { one, two, server } = restaurant({
  one: { joins: 'Office', person: 'zhao' },
  two: { joins: 'Laptop', person: 'zhao' },
})
beforeAll(async () => {
  for (const { page } of [one, two]) await part(page, 'toManager').click()
})

async function section({ page }: Device, name: string): Promise<void> {
  await part(page, 'managerSection', `[data-section="${name}"]`).click()
}

const row = ({ page }: Device, number: string) => part(page, 'managerDish', `[data-dish-number="${number}"]`)

async function openDish(device: Device, number: string): Promise<void> {
  await row(device, number).getByRole('button').first().click()
  await part(device.page, 'managerSave').last().waitFor()
}

async function save({ page }: Device): Promise<void> {
  await part(page, 'managerSave').last().click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

async function inMenu(): Promise<void> {
  for (const device of [one, two]) await section(device, 'menu')
}

describe('two managers with one dish open', () => {
  it('keep both what each changed, saved one after the other', async () => {
    await inMenu()
    await openDish(one, '101')
    await openDish(two, '101')
    await one.page.getByLabel('中文名').first().fill('蒜香拍黄瓜')
    await part(two.page, 'managerPrice').fill('19')
    await save(one)
    await allDecided(one.page)
    await save(two)
    for (const device of [one, two]) {
      await expect.poll(() => row(device, '101').innerText(), PATIENCE).toMatch(/蒜香拍黄瓜[^]*19\.00/)
    }
  })

  it('keep both what each changed, when neither heard of the other', async () => {
    for (const { link } of [one, two]) link.cut()
    await openDish(one, '101')
    await openDish(two, '101')
    await part(one.page, 'managerPrice').fill('21')
    await two.page.getByLabel('英文名').first().fill('Garlic cucumber')
    await save(one)
    await save(two)
    one.link.join()
    await allDecided(one.page)
    two.link.join()
    await allDecided(two.page)
    for (const device of [one, two]) {
      await expect.poll(() => row(device, '101').innerText(), PATIENCE).toMatch(/Garlic cucumber[^]*21\.00/)
    }
  })

  it('have one price in the end where both changed it: what arrived first, on both, and the other kept for a decision', async () => {
    for (const { link } of [one, two]) link.cut()
    for (const [device, price] of [
      [one, '23'],
      [two, '25'],
    ] as const) {
      await openDish(device, '101')
      await part(device.page, 'managerPrice').fill(price)
      await save(device)
    }
    two.link.join()
    await allDecided(two.page)
    one.link.join()
    await allDecided(one.page)
    for (const device of [one, two])
      await expect.poll(() => row(device, '101').innerText(), PATIENCE).toContain('25.00')
    const prices = (await storedDocuments(server(), 'inbox')).flatMap((document) =>
      conflictSchema.parse(document).fields.filter(({ path }) => path.join() === 'price'),
    )
    expect(prices).toEqual([{ path: ['price'], base: 21_00, theirs: 25_00, mine: 23_00 }])
  })
})

describe('two managers at one floor plan', () => {
  it('move two tables and turn one that the other moves: every step stands, on the floor too', async () => {
    for (const device of [one, two]) {
      await section(device, 'floor')
      await part(device.page, 'floorTable', '[data-table-label="A1"]').waitFor()
    }
    const plan = (device: Device, label: string) => part(device.page, 'floorTable', `[data-table-label="${label}"]`)
    const y = async (device: Device, label: string) => Number(await plan(device, label).getAttribute('data-y'))
    const [before1, before2] = [await y(one, 'A1'), await y(one, 'A2')]
    for (const { link } of [one, two]) link.cut()
    await plan(one, 'A1').focus()
    await one.page.keyboard.press('ArrowDown')
    await plan(two, 'A1').focus()
    await part(two.page, 'floorTurn').click()
    await plan(two, 'A2').focus()
    await two.page.keyboard.press('ArrowDown')
    for (const { link } of [one, two]) link.join()
    for (const device of [one, two]) {
      await expect.poll(() => y(device, 'A1'), PATIENCE).toBe(before1 + 10)
      await expect.poll(() => y(device, 'A2'), PATIENCE).toBe(before2 + 10)
      await expect.poll(() => plan(device, 'A1').getAttribute('data-rotation'), PATIENCE).toBe('15')
    }
    await allDecided(two.page)
    await part(one.page, 'toTables').click()
    const rotated = () => table(one.page, 'A1').evaluate((element) => (element as HTMLElement).style.rotate)
    await expect.poll(rotated, PATIENCE).toBe('15deg')
  })
})
