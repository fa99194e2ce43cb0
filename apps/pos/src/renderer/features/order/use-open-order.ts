import { useRef } from 'react'
import { businessDayOf, type OrderId } from '@orderez/core/kernel'
import { openGuestOrder, type GuestOrderRequest } from '@orderez/core/payments'
import { useTerminal } from '../../data/index.ts'
import { screenEntered, usePerson, useUiDispatch } from '../../state/index.ts'
import { useCommand } from '../command/index.ts'
import { createDailyCounter } from './next-counter.ts'

/** One counter for the life of the window. */
const counters = new Map<string, ReturnType<typeof createDailyCounter>>()

function counterOf(letters: string): ReturnType<typeof createDailyCounter> {
  const known = counters.get(letters) ?? createDailyCounter(letters)
  counters.set(letters, known)
  return known
}

/** What people say of an order when they open it; its number, its day and its branch come by themselves. */
export type Opening = Pick<GuestOrderRequest, 'type' | 'table' | 'guests' | 'contact' | 'wishedAt' | 'note'>

/** Opens a new order with the branch's charges and goes to it. A second tap while that is under way does nothing. */
export function useOpenOrder(): (opening: Opening) => Promise<OrderId | null> {
  const { ids, identity, now, queries } = useTerminal()
  const { branch } = usePerson()
  const dispatch = useUiDispatch()
  const run = useCommand()
  const busy = useRef(false)

  async function open(opening: Opening): Promise<OrderId | null> {
    const order = ids.next('order')
    const day = businessDayOf(now(), branch)
    const counter = await counterOf(identity.letters)(day, queries.openOrders.get() ?? [], queries.readDay)
    const number = { letters: identity.letters, counter }
    const request = { ...opening, order, branch: branch.id, day, number }
    if (!(await run((context) => openGuestOrder(request, branch, context)))) return null
    dispatch(screenEntered({ name: 'order', order }))
    return order
  }

  return async (opening) => {
    if (busy.current) return null
    busy.current = true
    try {
      return await open(opening)
    } finally {
      busy.current = false
    }
  }
}
