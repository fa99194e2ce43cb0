import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openRestaurant, type RestaurantServer } from '@orderez/sync-server/stage'
import { openDevice, type Device } from './stage/device.ts'
import { addDishes, allDecided, join, openAmount, openTable, part, send, signIn } from './stage/people.ts'

const MANAGER_PIN = '555555'
let server: RestaurantServer
let till: Device

beforeAll(async () => {
  server = await openRestaurant()
  till = await openDevice(server, 'tablet')
  await join(till.page, till.origin, server, 'Till')
})
afterEach(() => {
  expect(till.takeErrors()).toEqual([])
})
afterAll(async () => {
  await till?.close()
  await server?.close()
})

async function because(): Promise<void> {
  await part(till.page, 'billReason').first().click()
  await part(till.page, 'billConfirm').click()
}

async function approve(): Promise<void> {
  await part(till.page, 'approver', '[data-sign-in="zhao"]').click()
  await part(till.page, 'pin').waitFor()
  await till.page.keyboard.type(MANAGER_PIN)
  await part(till.page, 'approval').waitFor({ state: 'detached', timeout: 15_000 })
}

describe('a bill', () => {
  it('is lowered by a waiter for whom the manager stands, and printed as it stood', async () => {
    const { page } = till
    await signIn(page, 'lin')
    await openTable(page, 'A1')
    await addDishes(page, [[1, ['202', '209']]])
    await send(page)
    await part(page, 'toPayment').click()
    await expect.poll(() => openAmount(page)).toBe(144_00)
    await part(page, 'preBill').click()
    await expect.poll(() => part(page, 'preBillSign').getAttribute('data-amount')).toBe('14400')
    await part(page, 'discount').click()
    await part(page, 'discountPreset').first().click()
    await because()
    await approve()
    await expect.poll(() => openAmount(page)).toBe(129_60)
    expect(await part(page, 'preBillSign').getAttribute('data-amount')).toBe('14400')
    await allDecided(page)
  })

  it('is rounded by one tap, which one tap takes back', async () => {
    const { page } = till
    await part(page, 'roundBill').click()
    await expect.poll(() => openAmount(page)).toBe(129_00)
    expect(await part(page, 'billRounding').getAttribute('data-amount')).toBe('-60')
    expect(await part(page, 'roundBill').isDisabled()).toBe(true)
    await part(page, 'roundingWithdraw').click()
    await expect.poll(() => openAmount(page)).toBe(129_60)
    await allDecided(page)
  })

  it('is paid in three equal parts with different tenders and a tip, each part in at most three taps', async () => {
    const { page } = till
    await part(page, 'roundBill').click()
    await expect.poll(() => openAmount(page)).toBe(129_00)
    await part(page, 'split', '[data-way="equally"]').click()
    await part(page, 'ways', '[data-ways="3"]').click()
    await expect.poll(() => part(page, 'nextPart').getAttribute('data-amount')).toBe('4300')

    await part(page, 'pay').click()
    await expect.poll(() => openAmount(page)).toBe(86_00)
    expect(await part(page, 'nextPart').getAttribute('data-part')).toBe('2')

    await part(page, 'tender', '[data-tender="card"]').click()
    await part(page, 'tip', '[data-rate="100000"]').click()
    expect(await part(page, 'tipSum').getAttribute('data-amount')).toBe('430')
    await part(page, 'pay').click()
    await expect.poll(() => openAmount(page)).toBe(43_00)
    expect(await part(page, 'paymentTip').getAttribute('data-amount')).toBe('430')
    await allDecided(page)
  })

  it('waits for a wallet, is not closed or taken twice meanwhile, and is settled when the provider has answered', async () => {
    const { page } = till
    await part(page, 'tender', '[data-tender="wechat"]').click()
    await part(page, 'payByCode').click()
    expect(await part(page, 'qrCode').getAttribute('data-text')).toContain('amount=43.00&order=')
    await part(page, 'qrState', '[data-state="unknown"]').click()
    await part(page, 'qrSheet').waitFor({ state: 'detached' })
    await expect.poll(() => part(page, 'payment', '[data-state="unknown"]').count()).toBe(1)
    expect(await openAmount(page)).toBe(43_00)
    for (const blocked of ['pay', 'payByCode', 'close'] as const) {
      expect(await part(page, blocked).isDisabled(), blocked).toBe(true)
    }
    expect(await part(page, 'close').innerText()).toContain('还没结果')
    await part(page, 'settlePayment').click()
    await part(page, 'qrState', '[data-state="confirmed"]').click()
    await expect.poll(() => openAmount(page)).toBe(0)
    await part(page, 'close').click()
    await part(page, 'table').first().waitFor()
    await allDecided(page)
  })

  it('is found again by its number, gives one dish back without leaving a cent, and is opened again', async () => {
    const { page } = till
    await part(page, 'closedOrders').click()
    await part(page, 'closedSearch').fill('99')
    await expect.poll(() => part(page, 'closedOrder').count()).toBe(0)
    await part(page, 'closedSearch').fill('1')
    await part(page, 'closedOrder', '[data-table-label="A1"]').click()
    await part(page, 'refund').nth(1).click()
    await part(page, 'refundBy', '[data-by="sum"]').click()
    for (const digit of '12') await page.getByRole('button', { name: digit, exact: true }).click()
    await part(page, 'refundTender', '[data-tender="cash"]').click()
    await part(page, 'billReason').first().click()
    expect(await part(page, 'refundSheet').innerText()).toContain('没有选钱箱')
    await part(page, 'billConfirm').click()
    await approve()
    await expect.poll(() => part(page, 'refundRow').count()).toBe(1)
    expect(await openAmount(page)).toBe(0)
    expect(await part(page, 'closedSign').getAttribute('data-status')).toBe('closed')

    await part(page, 'reopen').click()
    await because()
    await approve()
    await part(page, 'reopen').waitFor({ state: 'detached' })
    await part(page, 'close').click()
    await part(page, 'table').first().waitFor()
    await allDecided(page)
  })
})
