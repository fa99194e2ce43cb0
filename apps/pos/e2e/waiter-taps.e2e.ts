import { beforeAll, describe, expect, it } from 'vitest'
import { allDecided, openAmount, openCategory, openTable, part, send, signIn, table, toTables } from './stage/people.ts'
import { restaurant } from './stage/restaurant.ts'
import { countTaps } from './stage/taps.ts'

const HOT = 1
const COFFEE = 11
const SETS = 17
let tapsOf: (work: () => Promise<unknown>) => Promise<number>

const { waiter } = restaurant({ waiter: { joins: 'Tablet 1', person: 'lin' } })
beforeAll(async () => {
  tapsOf = await countTaps(waiter.page)
})

const dish = (number: string) => part(waiter.page, 'dish', `[data-dish-number="${number}"]`)
const cartLines = () => part(waiter.page, 'cartLine').count()

async function addsLine(work: () => Promise<unknown>): Promise<number> {
  const before = await cartLines()
  const taps = await tapsOf(work)
  await expect.poll(cartLines).toBe(before + 1)
  return taps
}

it('takes at most two taps from the floor to the first dish', async () => {
  const taps = await addsLine(async () => {
    await table(waiter.page, 'A1').click()
    await part(waiter.page, 'dish', ':not([disabled])').first().click()
  })
  expect(taps).toBeLessThanOrEqual(2)
})

it('adds a plain dish of an open category with one tap', async () => {
  await openCategory(waiter.page, HOT)
  expect(await addsLine(() => dish('202').click())).toBe(1)
})

it('adds a dish with one required choice with one tap more, and says its price', async () => {
  const taps = await addsLine(async () => {
    await dish('205').click()
    await part(waiter.page, 'option').nth(2).click()
  })
  expect(taps).toBe(2)
  expect(await part(waiter.page, 'options').count()).toBe(0)
})

it('asks one required choice after the other and takes what was chosen besides', async () => {
  await openCategory(waiter.page, COFFEE)
  const taps = await addsLine(async () => {
    await dish('C03').click()
    const sheet = part(waiter.page, 'options')
    await sheet.getByRole('button', { name: '燕麦奶' }).click()
    await sheet.getByRole('button', { name: /大杯.*30/s }).click()
    await sheet.getByRole('button', { name: '少冰' }).click()
  })
  expect(taps).toBe(4)
  const line = await part(waiter.page, 'cartLine').last().innerText()
  for (const words of ['大杯', '少冰', '燕麦奶']) expect(line).toContain(words)
})

it('chooses otherwise for a line that is not sent yet', async () => {
  const line = part(waiter.page, 'cartLine').last()
  await line.getByRole('button').first().click()
  await part(waiter.page, 'changeOptions').click()
  const sheet = part(waiter.page, 'options')
  await part(waiter.page, 'answered').last().click()
  await sheet.getByRole('button', { name: '热饮' }).click()
  await part(waiter.page, 'addToCart').click()
  await expect.poll(() => part(waiter.page, 'cartLine').last().innerText()).toContain('热饮')
  expect(await part(waiter.page, 'cartLine').last().innerText()).toContain('燕麦奶')
})

it('marks a favourite, which stands from then on in a list of its own, two taps away', async () => {
  await openCategory(waiter.page, HOT)
  await part(waiter.page, 'markFavourites').click()
  const lines = await cartLines()
  await dish('210').click()
  await expect.poll(() => dish('210').getAttribute('data-favourite')).toBe('true')
  expect(await cartLines()).toBe(lines)
  await part(waiter.page, 'markFavourites').click()
  const taps = await addsLine(async () => {
    await part(waiter.page, 'favourites').click()
    await dish('210').click()
  })
  expect(taps).toBe(2)
  expect(await part(waiter.page, 'dish').count()).toBe(1)
})

it('takes a Send back: the lines are unsent again and the kitchen hears nothing', async () => {
  const lines = await cartLines()
  await part(waiter.page, 'send').click()
  await part(waiter.page, 'leavingRound').waitFor()
  expect(await cartLines()).toBe(0)
  await part(waiter.page, 'undo').click()
  await expect.poll(cartLines).toBe(lines)
  expect(await part(waiter.page, 'round').count()).toBe(0)
})

it('sends with one tap: what was tapped on Send leaves by itself, what is tapped since stays', async () => {
  const lines = await cartLines()
  expect(await tapsOf(() => part(waiter.page, 'send').click())).toBe(1)
  await part(waiter.page, 'leavingRound').waitFor()
  await openCategory(waiter.page, HOT)
  await dish('209').click()
  await expect.poll(() => part(waiter.page, 'round').count(), { timeout: 10_000 }).toBe(1)
  expect(await part(waiter.page, 'line').count()).toBe(lines)
  expect(await cartLines()).toBe(1)
  expect(await part(waiter.page, 'leavingRound').count()).toBe(0)
})

it('sends at once what is leaving when the order is left', async () => {
  await part(waiter.page, 'send').click()
  await part(waiter.page, 'leavingRound').waitFor()
  await toTables(waiter.page)
  await openTable(waiter.page, 'A1')
  await expect.poll(() => part(waiter.page, 'round').count(), { timeout: 2_000 }).toBe(2)
})

it('repeats a round with one tap', async () => {
  const sent = await part(waiter.page, 'round').first().locator('[data-testid="line"]').count()
  expect(await tapsOf(() => part(waiter.page, 'repeatRound').first().click())).toBe(1)
  await expect.poll(cartLines).toBe(sent)
})

it('takes a set meal part by part, and sends each dish to its own station', async () => {
  const sent = await part(waiter.page, 'line').count()
  await part(waiter.page, 'clearUnsent').click()
  await expect.poll(cartLines).toBe(0)
  expect(await part(waiter.page, 'line').count()).toBe(sent)
  await openCategory(waiter.page, SETS)
  const sheet = part(waiter.page, 'options')
  const taps = await addsLine(async () => {
    await dish('TC1').click()
    await sheet.getByRole('button', { name: /拍黄瓜/ }).click()
    await sheet.getByRole('button', { name: /柚子排骨.*12/s }).click()
    await sheet.getByRole('button', { name: /小麦精酿.*10/s }).click()
  })
  expect(taps).toBe(4)
  const line = await part(waiter.page, 'cartLine').innerText()
  for (const words of ['工作日午餐', '拍黄瓜', '柚子排骨', '青禾炒饭', '小麦精酿', '80']) expect(line).toContain(words)
  const before = await part(waiter.page, 'line').count()
  await send(waiter.page)
  await expect.poll(() => part(waiter.page, 'line').count()).toBe(before + 5)
  await allDecided(waiter.page)
  const round = part(waiter.page, 'round').last()
  const states = await round
    .locator('[data-testid="line"]')
    .evaluateAll((lines) => lines.map((each) => each.getAttribute('data-line-state')))
  expect(states).toEqual(['sent', 'sent', 'sent', 'sent', 'sent'])
})

/** The keys of the pad on the screen, one tap each. */
async function typeOnPad(text: string): Promise<void> {
  const dialog = waiter.page.getByRole('dialog')
  for (const key of text) await dialog.getByRole('button', { name: key, exact: true }).click()
}

it('weighs a dish before it is a line: a tap on it, one for each figure, one to add', async () => {
  await part(waiter.page, 'category').filter({ hasText: '海鲜' }).click()
  const taps = await addsLine(async () => {
    await dish('281').click()
    await typeOnPad('1.25')
    await part(waiter.page, 'weightDone').click()
  })
  expect(taps).toBe(6)
  const line = await part(waiter.page, 'cartLine').innerText()
  for (const words of ['1.25 斤', '210']) expect(line).toContain(words)
  await part(waiter.page, 'removeLine').click()
  await expect.poll(cartLines).toBe(0)
})

it('sends a dish that is weighed later, and takes no money before it has been', async () => {
  const taps = await addsLine(async () => {
    await dish('281').click()
    await part(waiter.page, 'weighLater').click()
  })
  expect(taps).toBe(2)
  await send(waiter.page)
  await allDecided(waiter.page)
  await part(waiter.page, 'toPayment').click()
  await expect.poll(() => part(waiter.page, 'pay').innerText()).toContain('称重')
  expect(await part(waiter.page, 'pay').isDisabled()).toBe(true)
  expect(await part(waiter.page, 'close').isDisabled()).toBe(true)
  await toTables(waiter.page)
  await openTable(waiter.page, 'A1')
  const fish = part(waiter.page, 'line').filter({ hasText: '待称重' })
  await fish.click()
  await part(waiter.page, 'setWeight').click()
  await typeOnPad('.85')
  await part(waiter.page, 'weightDone').click()
  const weighed = part(waiter.page, 'line').filter({ hasText: '0.85 斤' })
  await expect.poll(() => weighed.innerText()).toContain('142.80')
  expect(await cartLines()).toBe(0)
  await allDecided(waiter.page)
  await part(waiter.page, 'toPayment').click()
  await expect.poll(() => part(waiter.page, 'pay').isEnabled()).toBe(true)
  await toTables(waiter.page)
  await openTable(waiter.page, 'A1')
})

it('takes a dish off the menu by its name from a waiter, and its price from the till', async () => {
  await openCategory(waiter.page, HOT)
  const taps = await addsLine(async () => {
    await dish('999').click()
    await part(waiter.page, 'itemName').fill('糖醋里脊')
    expect(await part(waiter.page, 'priceDone').count()).toBe(0)
    await part(waiter.page, 'priceLater').click()
  })
  expect(taps).toBe(2)
  await send(waiter.page)
  await allDecided(waiter.page)
  await part(waiter.page, 'signOut').click()
  await signIn(waiter.page, 'wang')
  await openTable(waiter.page, 'A1')
  await part(waiter.page, 'line').filter({ hasText: '糖醋里脊' }).click()
  await part(waiter.page, 'setPrice').click()
  await typeOnPad('48')
  await part(waiter.page, 'priceDone').click()
  await allDecided(waiter.page)
  await expect.poll(() => part(waiter.page, 'line').filter({ hasText: '糖醋里脊' }).innerText()).toContain('48')
  await openCategory(waiter.page, HOT)
  expect(await dish('210').getAttribute('data-favourite')).toBe('false')
  const known = await addsLine(async () => {
    await dish('999').click()
    await part(waiter.page, 'itemName').fill('炒时蔬')
    await typeOnPad('36')
    await part(waiter.page, 'priceDone').click()
  })
  expect(known).toBe(4)
  const line = await part(waiter.page, 'cartLine').innerText()
  for (const words of ['炒时蔬', '36']) expect(line).toContain(words)
})

describe('on a phone', () => {
  const row = (number: string) => dish(number).locator('..')
  beforeAll(async () => {
    await toTables(waiter.page)
    await waiter.page.setViewportSize({ width: 390, height: 844 })
    await openTable(waiter.page, 'A2')
  })

  /** Without moving what lies above it. */
  async function tapInSight(id: 'pay' | 'close'): Promise<void> {
    const key = part(waiter.page, id)
    await expect.poll(() => key.isEnabled()).toBe(true)
    const place = await key.boundingBox()
    expect((place?.y ?? Infinity) + (place?.height ?? 0)).toBeLessThanOrEqual(844)
    await key.click()
  }

  it('adds with one tap, takes one out where it was tapped, and says in one line what is unsent', async () => {
    await openCategory(waiter.page, HOT)
    const place = await dish('209').boundingBox()
    await dish('202').click()
    await row('202').getByRole('button', { name: /^减少/ }).waitFor()
    expect(await dish('209').boundingBox()).toEqual(place)
    await row('202').getByRole('button', { name: /^增加/ }).click()
    await dish('209').click()
    await expect.poll(() => part(waiter.page, 'showSlip').innerText()).toMatch(/柚子排骨 2 · 蟹黄豆腐煲 1/)
    await row('209').getByRole('button', { name: /^减少/ }).click()
    await row('202').getByRole('button', { name: /^减少/ }).click()
    await expect.poll(() => part(waiter.page, 'showSlip').innerText()).toMatch(/柚子排骨 1(?! ·)/)
    expect(await row('209').getByRole('button', { name: /^减少/ }).count()).toBe(0)
    await part(waiter.page, 'showSlip').click()
    expect(await part(waiter.page, 'cartLine').getAttribute('data-quantity')).toBe('1')
    await part(waiter.page, 'showSlip').click()
  })

  it('searches in the place of the categories, and asks for seats when it is wanted', async () => {
    await part(waiter.page, 'openSearch').click()
    await waiter.page.keyboard.type('999')
    await expect.poll(() => part(waiter.page, 'dish').count()).toBe(1)
    expect(await part(waiter.page, 'category').count()).toBe(0)
    await part(waiter.page, 'closeSearch').click()
    await part(waiter.page, 'openNextPlace').click()
    await part(waiter.page, 'nextPlace').locator('[data-seat="2"]').click()
    await dish('210').click()
    await part(waiter.page, 'showSlip').click()
    await expect.poll(() => part(waiter.page, 'cartLine').last().innerText()).toContain('2 号位')
  })

  it('says for whom a sent dish is, and takes exact cash with three taps on keys that are in sight', async () => {
    await send(waiter.page)
    await expect.poll(() => part(waiter.page, 'line').last().innerText()).toContain('2 号位')
    const taps = await tapsOf(async () => {
      await part(waiter.page, 'toPayment').click()
      await tapInSight('pay')
      await expect.poll(() => openAmount(waiter.page)).toBe(0)
      await tapInSight('close')
    })
    expect(taps).toBe(3)
    await table(waiter.page, 'A2').waitFor()
  })
})
