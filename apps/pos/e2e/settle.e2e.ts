import type { Locator } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { billOf, foldOrder, type OrderDocument } from '@orderez/core/orders'
import { addDishes, allDecided, openAmount, openTable, part, send, signIn, toTables } from './stage/people.ts'
import { restaurant } from './stage/restaurant.ts'
import { factsOf, storedOrders } from './stage/stored-documents.ts'

const MANAGER_PIN = '555555'
let taps = 0

const { till, server } = restaurant({ till: { joins: 'Till' } })

async function tap(target: Locator): Promise<void> {
  await target.click({ timeout: 15_000 })
  taps += 1
}

/** What a stretch of the evening took. */
async function tapsOf(doing: () => Promise<void>): Promise<number> {
  const before = taps
  await doing()
  return taps - before
}

async function because(): Promise<void> {
  await tap(part(till.page, 'billReason').first())
  await tap(part(till.page, 'billConfirm'))
}

async function approve(): Promise<void> {
  await tap(part(till.page, 'approver', '[data-sign-in="zhao"]'))
  await part(till.page, 'pin').waitFor()
  await till.page.keyboard.type(MANAGER_PIN)
  await part(till.page, 'approval').waitFor({ state: 'detached', timeout: 15_000 })
}

async function opens(amount: number): Promise<void> {
  await expect.poll(() => openAmount(till.page), { timeout: 15_000 }).toBe(amount)
}

async function backOnTheFloor(): Promise<void> {
  await part(till.page, 'table').first().waitFor({ timeout: 15_000 })
  await allDecided(till.page)
}

async function storedOrder(counter: number): Promise<OrderDocument> {
  const documents = await storedOrders(server())
  const found = documents.find((document) => factsOf(document, 'opened')[0]?.number.counter === counter)
  if (!found) throw new Error(`no order ${counter}`)
  return found
}

describe('the settling of a bill', () => {
  it('takes exact cash and frees the table in three taps from the order', async () => {
    const { page } = till
    await signIn(page, 'lin')
    await openTable(page, 'A2')
    await addDishes(page, [[1, ['209']]])
    await send(page)
    const count = await tapsOf(async () => {
      await tap(part(page, 'toPayment'))
      await tap(part(page, 'pay'))
      await opens(0)
      await tap(part(page, 'close'))
    })
    expect(count).toBeLessThanOrEqual(3)
    await backOnTheFloor()
  })

  it('lowers it by a waiter for whom the manager stands, prints it as it stood, and rounds it by one tap', async () => {
    const { page } = till
    await openTable(page, 'A1')
    await addDishes(page, [[1, ['202', '209']]])
    await send(page)
    await tap(part(page, 'toPayment'))
    await opens(144_00)
    await tap(part(page, 'preBill'))
    await expect.poll(() => part(page, 'preBillSign').getAttribute('data-amount'), { timeout: 15_000 }).toBe('14400')
    await page.emulateMedia({ media: 'print' })
    expect(await part(page, 'billDue').isVisible()).toBe(true)
    expect(await part(page, 'billLine').count()).toBe(2)
    expect(await part(page, 'billLine').first().isVisible()).toBe(true)
    for (const left of ['pay', 'discount', 'billOpen'] as const)
      expect(await part(page, left).isVisible(), left).toBe(false)
    await page.emulateMedia({ media: 'screen' })
    await tap(part(page, 'discount'))
    await tap(part(page, 'discountPreset').first())
    await because()
    await approve()
    await opens(129_60)
    expect(await part(page, 'preBillSign').getAttribute('data-amount')).toBe('14400')

    await tap(part(page, 'roundBill'))
    await opens(129_00)
    expect(await part(page, 'billRounding').getAttribute('data-amount')).toBe('-60')
    expect(await part(page, 'roundBill').isDisabled()).toBe(true)
    await tap(part(page, 'roundingWithdraw'))
    await opens(129_60)
    await tap(part(page, 'roundBill'))
    await opens(129_00)
  })

  it('divides it into three equal parts in two taps, each paid another way in at most three', async () => {
    const { page } = till
    const dividing = await tapsOf(async () => {
      await tap(part(page, 'split', '[data-way="equally"]'))
      await tap(part(page, 'ways', '[data-ways="3"]'))
    })
    expect(dividing).toBe(2)
    await expect.poll(() => part(page, 'nextPart').getAttribute('data-amount')).toBe('4300')

    expect(await tapsOf(() => tap(part(page, 'pay')))).toBe(1)
    await opens(86_00)
    expect(await part(page, 'nextPart').getAttribute('data-part')).toBe('2')

    const withTip = await tapsOf(async () => {
      await tap(part(page, 'tender', '[data-value="card"]'))
      await tap(part(page, 'tip', '[data-rate="100000"]'))
      expect(await part(page, 'tipSum').getAttribute('data-amount')).toBe('430')
      await tap(part(page, 'pay'))
    })
    expect(withTip).toBe(3)
    await opens(43_00)
    expect(await part(page, 'paymentTip').getAttribute('data-amount')).toBe('430')
  })

  it('waits for a wallet, is neither closed nor taken twice meanwhile, and goes on when the provider has answered', async () => {
    const { page } = till
    await tap(part(page, 'tender', '[data-value="wechat"]'))
    await tap(part(page, 'payByCode'))
    expect(await part(page, 'qrCode').getAttribute('data-text')).toContain('amount=43.00&order=')
    await tap(part(page, 'qrState', '[data-state="unknown"]'))
    await part(page, 'qrSheet').waitFor({ state: 'detached' })
    await expect.poll(() => part(page, 'payment', '[data-state="unknown"]').count()).toBe(1)
    await opens(43_00)
    for (const blocked of ['pay', 'payByCode', 'close'] as const) {
      expect(await part(page, blocked).isDisabled(), blocked).toBe(true)
    }
    expect(await part(page, 'close').innerText()).toContain('还没结果')
    await tap(part(page, 'settlePayment'))
    await tap(part(page, 'qrState', '[data-state="confirmed"]'))
    await opens(0)
    await tap(part(page, 'close'))
    await backOnTheFloor()
  })

  it('finds it again, gives one dish back out of the drawer and over two payments, and opens it again', async () => {
    const { page } = till
    await tap(part(page, 'signOut'))
    await signIn(page, 'wang')
    await tap(part(page, 'toDrawer'))
    await tap(part(page, 'drawer').first())
    await tap(part(page, 'closedOrders'))
    await part(page, 'closedSearch').fill('99')
    await expect.poll(() => part(page, 'closedOrder').count()).toBe(0)
    await part(page, 'closedSearch').fill('2')
    await tap(part(page, 'closedOrder', '[data-table-label="A1"]'))

    // 66.00 less a tenth: more than the cash part of 43.00, so the rest goes back to the card.
    await tap(part(page, 'payment', '[data-amount="4300"]').first().getByRole('button'))
    await tap(part(page, 'movableLine').nth(1))
    expect(await part(page, 'refundDrawer').innerText()).toContain('收银台')
    await tap(part(page, 'billReason').first())
    expect(await part(page, 'billConfirm').getAttribute('data-amount')).toBe('4300')
    await tap(part(page, 'billConfirm'))
    await opens(-16_40)
    await tap(part(page, 'refund').first())
    await tap(part(page, 'refundBy', '[data-value="sum"]'))
    for (const key of ['1', '6', '.', '4']) await tap(page.getByRole('button', { name: key, exact: true }))
    await because()
    await opens(0)
    expect(await part(page, 'refundRow').count()).toBe(2)
    expect(await part(page, 'closedSign').getAttribute('data-status')).toBe('closed')

    await tap(part(page, 'reopen'))
    await because()
    await part(page, 'reopen').waitFor({ state: 'detached' })
    await tap(part(page, 'close'))
    await backOnTheFloor()
    await toTables(page)
  })

  it('has facts that come to every cent of it', async () => {
    const document = await storedOrder(2)
    const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0)
    const paid = factsOf(document, 'paid')
    for (const { amount, tendered, change, tip } of paid) expect(tendered - change - tip).toBe(amount)
    expect(paid.map(({ tender, state, amount, tip }) => [tender, state, amount, tip])).toEqual([
      ['cash', 'confirmed', 43_00, 0],
      ['card', 'confirmed', 43_00, 4_30],
      ['wechat', 'started', 43_00, 0],
    ])
    expect(factsOf(document, 'paymentStateSet').map(({ state }) => state)).toEqual(['unknown', 'confirmed'])
    const refunds = factsOf(document, 'refunded')
    expect(refunds.map(({ tender, amount, drawer }) => [tender, amount, drawer !== undefined])).toEqual([
      ['cash', 43_00, true],
      ['card', 16_40, false],
    ])
    const [prices] = factsOf(document, 'roundSent').map(({ lines }) => lines.map((line) => line.price.base))
    const kept = 78_00 - 7_80 - 60
    expect(prices).toEqual([78_00, 66_00])
    expect(sum(paid.map(({ amount }) => amount)) - sum(refunds.map(({ amount }) => amount))).toBe(kept)
    const bill = billOf(document.id, [foldOrder(document, null)])
    expect(bill).toMatchObject({ due: kept, paid: 129_00, refunded: 59_40, tips: 4_30, rounding: -60, open: 0 })
    expect([factsOf(document, 'closed').length, factsOf(document, 'reopened').length]).toEqual([2, 1])
    for (const { approver } of [...factsOf(document, 'discountGiven'), ...factsOf(document, 'reopened')]) {
      expect(approver).toBeDefined()
    }
    expect(Object.values(document.verdicts).filter(({ decision }) => decision !== 'accepted')).toEqual([])
  })
})
