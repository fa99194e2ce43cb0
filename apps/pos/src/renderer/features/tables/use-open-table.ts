import type { Table } from '@orderez/core/floor'
import { useOpenOrder } from '../order/index.ts'

/** Two sit down at most tables; the number is corrected on the slip. */
const USUAL_GUESTS = 2

/** Opens a new order on a table and goes to it. */
export function useOpenTable(): (table: Table) => Promise<unknown> {
  const open = useOpenOrder()
  return (table) => open({ type: 'dineIn', table: table.id, guests: guestsAt(table) })
}

function guestsAt(table: Table): number {
  return table.seats === 0 ? USUAL_GUESTS : Math.min(USUAL_GUESTS, table.seats)
}
