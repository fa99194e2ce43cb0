import { beforeAll, describe, expect, it } from 'vitest'
import { billOf, foldOrder } from '@orderez/core/orders'
import {
  addDish,
  allDecided,
  openAmount,
  openCategory,
  openTable,
  part,
  send,
  signIn,
  table,
  tableState,
  toTables,
} from './stage/people.ts'
import { restaurant } from './stage/restaurant.ts'
import { factsOf, storedOrders } from './stage/stored-documents.ts'
import { countTaps } from './stage/taps.ts'

const HOT = 1
const COVER = 3_00
const PATIENCE = { timeout: 15_000 }

const { waiter, till, server } = restaurant({
  waiter: { joins: 'Tablet 1', person: 'lin' },
  till: { joins: 'Till', person: 'zhao' },
})
let tapsOf: (work: () => Promise<unknown>) => Promise<number>
beforeAll(async () => {
  tapsOf = await countTaps(till.page)
})

const cover = () => part(waiter.page, 'slipCharge')
const share = (name: string) => part(till.page, 'share', `[data-share="${name}"]`)

async function owed(name: string): Promise<number> {
  return Number(await share(name).getAttribute('data-amount', PATIENCE))
}

async function opens(amount: number): Promise<void> {
  await expect.poll(() => openAmount(till.page), PATIENCE).toBe(amount)
}

/** The sheet of a discount: so much, why, and the word of somebody who may. */
async function discountOf(type: 'percent' | 'amount', digits: string): Promise<void> {
  const { page } = till
  await part(page, 'discountType', `[data-value="${type}"]`).click()
  for (const digit of digits) await page.getByRole('dialog').getByRole('button', { name: digit, exact: true }).click()
  await part(page, 'billReason').first().click()
  await part(page, 'billConfirm').click()
}

async function approve(): Promise<void> {
  const { page } = till
  await part(page, 'approver', '[data-sign-in="zhao"]').click()
  await part(page, 'pin').waitFor()
  await page.keyboard.type('555555')
  await part(page, 'approval').waitFor({ state: 'detached', ...PATIENCE })
}

async function become(state: 'failed' | 'unknown' | 'confirmed'): Promise<void> {
  await part(till.page, 'qrState', `[data-state="${state}"]`).click()
  await part(till.page, 'qrSheet').waitFor({ state: 'detached' })
}

describe('a bill that each seat pays for itself', () => {
  it('bears a cover charge from the manager on, and follows the number of guests', async () => {
    const { page } = till
    await part(page, 'toManager').click()
    await part(page, 'managerSection', '[data-section="settings"]').click()
    await part(page, 'settingsSubject', '[data-section="charges"]').click()
    const card = page.locator('[data-charge="coverCharge"]')
    await card.getByRole('switch').click()
    await card.locator(part(page, 'settingsRate')).fill('3')
    await card.locator(part(page, 'managerSave')).click()
    // Opened here, where the charge is known for certain.
    await toTables(page)
    await openTable(page, 'A2')
    await allDecided(page)
    await toTables(page)
    await part(page, 'signOut').click()

    await expect.poll(() => tableState(waiter.page, 'A2'), PATIENCE).toBe('seated')
    await openTable(waiter.page, 'A2')
    await expect.poll(() => cover().getAttribute('data-amount'), PATIENCE).toBe(String(2 * COVER))
    await part(waiter.page, 'guestKey', '[data-count="3"]:visible').click()
    await expect.poll(() => cover().getAttribute('data-amount'), PATIENCE).toBe(String(3 * COVER))
  })

  it('takes dishes for a seat and for a course with one tap more, and keeps to it until told otherwise or sent', async () => {
    const { page } = waiter
    const place = part(page, 'nextPlace')
    await openCategory(page, HOT)
    await place.locator('[data-seat="1"]').click()
    await addDish(page, '209')
    await place.locator('[data-seat="2"]').click()
    await place.locator('[data-course="2"]').click()
    await addDish(page, '202')
    await place.getByRole('button').first().click()
    await addDish(page, '204')
    await expect.poll(() => part(page, 'cartLine').count()).toBe(3)
    const places = (await part(page, 'cartLine').allInnerTexts()).map((text) => text.match(/\d 号位|第 \d 道/g) ?? [])
    expect(places).toEqual([['1 号位'], ['2 号位', '第 2 道'], []])
    await place.locator('[data-seat="2"]').click()
    await send(page)
    expect(await place.locator('[aria-pressed="true"]').allInnerTexts()).toEqual(['大家'])
    await allDecided(page)
  })

  it('is divided by seat with one tap; what nobody had alone and the cover stay with the first', async () => {
    await signIn(till.page, 'lin')
    await expect.poll(() => tableState(till.page, 'A2'), PATIENCE).toBe('sent')
    await table(till.page, 'A2').click()
    await part(till.page, 'toPayment').click()
    const whole = await openAmount(till.page)
    expect(await tapsOf(() => part(till.page, 'split', '[data-way="seats"]').click())).toBe(1)
    await expect.poll(() => part(till.page, 'share').count(), PATIENCE).toBe(3)
    expect([await owed('B'), await owed('C')]).toEqual([66_00, 78_00])
    expect(await owed('A')).toBe(whole - 66_00 - 78_00)
    expect(await part(till.page, 'share').evaluateAll((tabs) => tabs.map((tab) => tab.dataset['seat']))).toEqual([
      undefined,
      '1',
      '2',
    ])
    expect(whole).toBe(66_00 + 78_00 + 88_00 + 3 * COVER)
  })

  it('gives one dish and one share less, each by the word of the manager', async () => {
    const { page } = till
    const whole = await openAmount(page)
    await share('B').click()
    await part(page, 'billLine').first().click()
    await discountOf('amount', '6')
    await approve()
    await opens(whole - 6_00)
    expect(await owed('B')).toBe(60_00)
    await share('C').click()
    await part(page, 'discount').click()
    await discountOf('percent', '10')
    await approve()
    await opens(whole - 6_00 - 7_80)
    expect(await owed('C')).toBe(70_20)
  })

  it('takes seat after seat: cash, a card with a tip, and a wallet that fails, is not answered, and is paid', async () => {
    const { page } = till
    await part(page, 'signOut').click()
    await signIn(page, 'wang')
    await table(page, 'A2').click()
    await part(page, 'toPayment').click()
    const rest = await openAmount(page)
    await share('B').click()
    await part(page, 'pay').click()
    await opens(rest - 60_00)

    await share('C').click()
    await part(page, 'tender', '[data-value="card"]').click()
    await part(page, 'tip', '[data-rate="50000"]').click()
    await part(page, 'pay').click()
    await expect.poll(() => owed('C'), PATIENCE).toBe(0)
    // What is paid makes room for the next share; what it was paid with stands at the share itself.
    await share('C').click()
    expect(await part(page, 'paymentTip').getAttribute('data-amount')).toBe('351')

    await share('A').click()
    await part(page, 'tender', '[data-value="alipay"]').click()
    await part(page, 'payByCode').click()
    await become('failed')
    await expect.poll(() => part(page, 'payment', '[data-state="failed"]').count()).toBe(1)
    expect(await openAmount(page)).toBe(88_00 + 3 * COVER)
    await part(page, 'payByCode').click()
    await become('unknown')
    expect(await part(page, 'close').isDisabled()).toBe(true)
    await allDecided(page)
  })

  it('hears on another terminal that the wallet has paid, and is closed there', async () => {
    const { page } = waiter
    await part(page, 'toPayment').click()
    await part(page, 'payment', '[data-state="unknown"]').waitFor(PATIENCE)
    await part(page, 'settlePayment').click()
    await part(page, 'qrState', '[data-state="confirmed"]').click()
    await expect.poll(() => openAmount(page), PATIENCE).toBe(0)
    await opens(0)
    await part(page, 'close').click()
    await part(page, 'table').first().waitFor(PATIENCE)
    await allDecided(page)
    for (const device of [waiter, till])
      await expect.poll(() => part(device.page, 'closedSign').or(table(device.page, 'A2')).count()).toBe(1)
    await expect.poll(() => tableState(page, 'A2')).toBe('free')
  })

  it('gives a dish of one seat back after it was closed, and comes to every cent of it on the server', async () => {
    const { page } = till
    await share('B').click()
    await part(page, 'refund').first().click()
    await part(page, 'movableLine').first().click()
    await part(page, 'billReason').first().click()
    expect(await part(page, 'billConfirm').getAttribute('data-amount')).toBe('6000')
    await part(page, 'billConfirm').click()
    await expect.poll(() => part(page, 'refundRow').count(), PATIENCE).toBe(1)
    await opens(0)
    await allDecided(page)

    const [document] = await storedOrders(server())
    if (!document) throw new Error('no order')
    const bill = billOf(document.id, [foldOrder(document, null)])
    expect(bill).toMatchObject({ open: 0, refunded: 60_00, tips: 3_51, pending: 0 })
    expect(bill.paid).toBe(60_00 + 70_20 + 88_00 + 3 * COVER)
    expect(factsOf(document, 'discountGiven').map(({ approver }) => approver !== undefined)).toEqual([true, true])
    expect(factsOf(document, 'paymentStateSet').map(({ state }) => state)).toEqual(['failed', 'unknown', 'confirmed'])
    expect(Object.values(document.verdicts).filter(({ decision }) => decision !== 'accepted')).toEqual([])
  })
})
