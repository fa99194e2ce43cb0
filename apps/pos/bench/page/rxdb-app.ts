import { createRxDatabase, type RxCollection } from 'rxdb/plugins/core'
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie'
import { sha256Hex } from '@orderez/core/kernel'
import { benchOrder, closedOrder, openKitchen } from './sample-orders.ts'

interface StoredOrder {
  id: string
  open: boolean
  body: unknown
}

const BATCH = 500

async function openOrders(name: string): Promise<RxCollection<StoredOrder>> {
  const database = await createRxDatabase<{ orders: RxCollection<StoredOrder> }>({
    name,
    storage: getRxStorageDexie(),
    hashFunction: async (input) => sha256Hex(String(input)),
  })
  await database.addCollections({
    orders: {
      schema: {
        version: 0,
        primaryKey: 'id',
        type: 'object',
        properties: { id: { type: 'string', maxLength: 100 }, open: { type: 'boolean' }, body: {} },
        required: ['id'],
      },
    },
  })
  return database.orders
}

/** Fills the peer's database with the same orders that the terminal's gets. */
export async function seedRxApp(name: string, count: number, whole: boolean): Promise<void> {
  const orders = await openOrders(name)
  const kitchen = await openKitchen()
  for (let from = 0; from < count; from += BATCH) {
    const made = Array.from({ length: Math.min(BATCH, count - from) }, () =>
      whole ? benchOrder(kitchen) : closedOrder(kitchen),
    )
    await orders.bulkInsert(made.map((order) => ({ id: order.id, open: false, body: order })))
  }
}

/** The peer's start: opens the database, asks for everything, as examples do, and shows the tables. */
export async function openRxApp(name: string): Promise<void> {
  const orders = await openOrders(name)
  const all = await orders.find().exec()
  const open = all.filter((order) => order.open)
  const table = document.createElement('div')
  table.dataset['testid'] = 'table'
  table.textContent = `${open.length} of ${all.length}`
  document.querySelector('#root')?.replaceChildren(table)
}
