import { useRef } from 'react'
import type { Table } from '@orderez/core/floor'
import { businessDayOf } from '@orderez/core/kernel'
import { openOrder } from '@orderez/core/orders'
import { useTerminal } from '../../data/index.ts'
import { screenEntered, usePerson, useUiDispatch } from '../../state/index.ts'
import { useCommand } from '../command/index.ts'
import { createDailyCounter } from './next-counter.ts'

/** Two sit down at most tables; the number is corrected on the slip. */
const USUAL_GUESTS = 2

/** One counter for the life of the window. */
const counters = new Map<string, ReturnType<typeof createDailyCounter>>()

function counterOf(letters: string): ReturnType<typeof createDailyCounter> {
  const known = counters.get(letters) ?? createDailyCounter(letters)
  counters.set(letters, known)
  return known
}

/** Opens a new order on a table and goes to it. A second tap while that is under way does nothing. */
export function useOpenTable(): (table: Table) => Promise<void> {
  const { ids, identity, now, queries } = useTerminal()
  const { branch } = usePerson()
  const dispatch = useUiDispatch()
  const run = useCommand()
  const busy = useRef(false)

  async function open(table: Table): Promise<void> {
    const order = ids.next('order')
    const day = businessDayOf(now(), branch)
    const counter = await counterOf(identity.letters)(day, queries.openOrders.get() ?? [], queries.readDay)
    const number = { letters: identity.letters, counter }
    const request = {
      order,
      branch: branch.id,
      day,
      number,
      type: 'dineIn',
      table: table.id,
      guests: guestsAt(table),
    } as const
    const facts = await run((context) => openOrder(request, context))
    if (facts) dispatch(screenEntered({ name: 'order', order }))
  }

  return async (table) => {
    if (busy.current) return
    busy.current = true
    try {
      await open(table)
    } finally {
      busy.current = false
    }
  }
}

function guestsAt(table: Table): number {
  return table.seats === 0 ? USUAL_GUESTS : Math.min(USUAL_GUESTS, table.seats)
}
