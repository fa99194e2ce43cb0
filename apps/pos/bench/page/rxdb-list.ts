import { createRxDatabase } from 'rxdb/plugins/core'
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie'
import { sha256Hex } from '@orderez/core/kernel'

/** The peer of the order slip: buttons, an insert a tap, and a list that a live query of RxDB draws again. */
export async function showList(dishes: number): Promise<void> {
  const database = await createRxDatabase({
    name: `bench-list-${performance.timeOrigin}`,
    storage: getRxStorageDexie(),
    hashFunction: async (input) => sha256Hex(String(input)),
  })
  const { lines } = await database.addCollections({
    lines: {
      schema: {
        version: 0,
        primaryKey: 'id',
        type: 'object',
        properties: { id: { type: 'string', maxLength: 100 }, dish: { type: 'number' } },
        required: ['id'],
      },
    },
  })
  const list = document.createElement('ul')
  const buttons = Array.from({ length: dishes }, (_, dish) => {
    const button = document.createElement('button')
    button.textContent = `dish ${dish}`
    button.dataset['testid'] = 'dish'
    button.addEventListener('click', () => void lines.insert({ id: crypto.randomUUID(), dish }))
    return button
  })
  document.querySelector('#root')?.replaceChildren(...buttons, list)
  lines.find().$.subscribe((rows) => {
    list.replaceChildren(
      ...rows.map((row) => {
        const item = document.createElement('li')
        item.dataset['testid'] = 'cart-line'
        item.textContent = `dish ${row.get('dish')}`
        return item
      }),
    )
  })
}
