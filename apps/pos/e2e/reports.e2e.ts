import { beforeAll, expect, it } from 'vitest'
import { part } from './stage/people.ts'
import { restaurant } from './stage/restaurant.ts'

const PATIENCE_MS = 90_000

const { manager } = restaurant({ manager: { joins: 'Office', person: 'zhao' } }, { demoDays: 16 })
beforeAll(async () => {
  await part(manager.page, 'toManager').click()
  await part(manager.page, 'managerSection', '[data-section="reports"]').click()
})

/** The takings of the last days, and who told them. */
async function takings(days: number): Promise<{ amount: number; source: string | null }> {
  const { page } = manager
  await part(page, 'reportDays', `[data-value="${days}"]`).click()
  const amount = Number(await part(page, 'reportTakings').getAttribute('data-amount', { timeout: PATIENCE_MS }))
  return { amount, source: await part(page, 'reportSource').getAttribute('data-source') }
}

it('tells a fortnight by itself and a month with the server', { timeout: 2 * PATIENCE_MS }, async () => {
  const told = async () => {
    const [week, fortnight, month] = [await takings(7), await takings(14), await takings(30)]
    const amounts = [0, week.amount, fortnight.amount, month.amount]
    const grows = amounts.every((amount, index) => index === 0 || amount > (amounts[index - 1] ?? 0))
    return { sources: [week.source, fortnight.source, month.source], grows: grows || amounts }
  }
  const sources = ['terminal', 'terminal', 'server']
  await expect.poll(told, { timeout: PATIENCE_MS, interval: 2_000 }).toEqual({ sources, grows: true })
  await takings(7)
  await part(manager.page, 'reportBefore').waitFor()
})

it('says that a month is out of reach without the network, and goes on telling a fortnight', async () => {
  const { page, link } = manager
  link.cut()
  await takings(14)
  await part(page, 'reportDays', '[data-value="30"]').click()
  await page.getByRole('alert').waitFor()
  expect((await takings(7)).amount).toBeGreaterThan(0)
  link.join()
})
