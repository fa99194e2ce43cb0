import { describe, expect, it } from 'vitest'
import {
  addDishes,
  allDecided,
  bump,
  chooseStation,
  join,
  linesBecome,
  openTable,
  payAndClose,
  send,
  signIn,
  table,
  tableState,
  tickets,
  ticketsBecome,
} from './stage/people.ts'
import { restaurant } from './stage/restaurant.ts'

const { waiter, kitchen, bar, till, server } = restaurant({
  waiter: {},
  kitchen: { size: 'kitchen' },
  bar: { size: 'kitchen' },
  till: {},
})

describe('an evening with everything in order', () => {
  it('lets four devices join and their people sign in', async () => {
    await join(waiter.page, waiter.origin, server(), 'Tablet 1')
    await signIn(waiter.page, 'lin')
    await join(till.page, till.origin, server(), 'Till')
    await signIn(till.page, 'wang')
    await join(kitchen.page, kitchen.origin, server(), 'Wok screen')
    await signIn(kitchen.page, 'chen')
    await chooseStation(kitchen.page, 'Wok')
    await join(bar.page, bar.origin, server(), 'Bar screen')
    await signIn(bar.page, 'chen')
    await chooseStation(bar.page, 'Bar')
  })

  it('takes an order to the kitchen, back to the table, to payment, and frees the table', async () => {
    await openTable(waiter.page, 'A6')
    await addDishes(waiter.page, [
      [1, ['202', '209']],
      [5, ['601', '601']],
    ])
    await send(waiter.page)
    await tickets(kitchen.page, 'A6').waitFor()
    await tickets(bar.page, 'A6').waitFor()
    await linesBecome(waiter.page, ['received'], 3)
    await expect.poll(() => tableState(till.page, 'A6')).toBe('sent')

    await bump(kitchen.page, 'A6')
    await bump(bar.page, 'A6')
    await linesBecome(waiter.page, ['ready'], 3)
    await ticketsBecome(kitchen.page, 'A6', 0)
    await expect.poll(() => tableState(till.page, 'A6')).toBe('ready')

    await table(till.page, 'A6').click()
    await payAndClose(till.page)
    await expect.poll(() => tableState(till.page, 'A6')).toBe('free')
    await allDecided(till.page)
  })
})
