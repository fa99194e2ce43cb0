import { openPeerRows } from './peer-database.ts'
import { benchOrder, closedOrder, openKitchen } from './sample-orders.ts'

const BATCH = 500

/** Fills the peer's database with the same orders that the terminal's gets. */
export async function seedRxApp(name: string, count: number, whole: boolean): Promise<void> {
  const orders = await openPeerRows(name)
  const kitchen = await openKitchen()
  for (let from = 0; from < count; from += BATCH) {
    const made = Array.from({ length: Math.min(BATCH, count - from) }, () =>
      whole ? benchOrder(kitchen) : closedOrder(kitchen),
    )
    await orders.bulkInsert(made.map((order) => ({ id: order.id, body: { open: false, order } })))
  }
}

/** The peer's start: opens the database, asks for everything, as examples do, and shows the tables. */
export async function openRxApp(name: string): Promise<void> {
  const orders = await openPeerRows(name)
  const all = await orders.find().exec()
  const open = all.filter((row) => row.get('body.open') === true)
  const table = document.createElement('div')
  table.dataset['testid'] = 'table'
  table.textContent = `${open.length} of ${all.length}`
  document.querySelector('#root')?.replaceChildren(table)
}
