import { createIdSource, invariant, type JsonObject, type TerminalId } from '@orderez/core/kernel'
import { dishSchema, dishVersionOf, type Dish } from '@orderez/core/menu'
import { openTerminalDatabase } from '../../src/renderer/data/database.ts'
import { createRxTerminalStore } from '../../src/renderer/data/rx-terminal-store.ts'
import { rowOf } from '../../src/renderer/data/stored-bodies.ts'
import { createIdentityKeeper } from '../../src/renderer/platform/identity-keeper.ts'
import { entropy } from '../../src/renderer/platform/browser-ports.ts'
import { benchOrder, closedOrder, openKitchen } from './sample-orders.ts'

const BATCH = 500

/** The database of the terminal that this browser was enrolled as. No window of it may be open. */
async function openOwn() {
  const identity = await createIdentityKeeper(null).read()
  invariant(identity, 'the browser was enrolled')
  return { viewer: identity.terminal, database: await openTerminalDatabase(`orderez-${identity.terminal}`) }
}

/** Puts past orders where a terminal keeps them. `whole`: the bench order, 45 facts; else four facts. */
export async function seedOrders(count: number, whole: boolean): Promise<void> {
  const { viewer, database } = await openOwn()
  const store = createRxTerminalStore(database, viewer)
  const kitchen = await openKitchen()
  for (let from = 0; from < count; from += BATCH) {
    const size = Math.min(BATCH, count - from)
    await store.mergeOrders(Array.from({ length: size }, () => (whole ? benchOrder(kitchen) : closedOrder(kitchen))))
  }
  await database.close()
}

/** Adds dishes until the menu has this many; they are spread over the categories there are. */
export async function seedDishes(count: number): Promise<void> {
  const { viewer, database } = await openOwn()
  const rows = await database.menu.find().exec()
  const bodies = rows.map((row) => row.toJSON().body as JsonObject)
  const known = bodies.flatMap((body) => {
    const dish = dishSchema.safeParse(body)
    return dish.success ? [dish.data] : []
  })
  const ids = createIdSource({ now: () => Date.now(), random: entropy })
  for (let from = known.length; from < count; from += BATCH) {
    const size = Math.min(BATCH, count - from)
    const documents = Array.from({ length: size }, (_, index) => dishLike(known, from + index, ids.next('dish'))).flat()
    await database.menu.bulkInsert(documents.map((document) => rowOf(document, null, viewer satisfies TerminalId)))
  }
  await database.close()
}

const SYLLABLES = ['ka', 'lo', 'mi', 'ne', 'pu', 'ra', 'so', 'ti', 'vu', 'ze']

function dishLike(known: readonly Dish[], place: number, id: Dish['id']): JsonObject[] {
  const model = known[place % known.length]
  invariant(model, 'the demo has dishes')
  const word = Array.from({ length: 5 }, (_, digit) => SYLLABLES[Math.floor(place / 10 ** digit) % 10]).join('')
  const dish: Dish = {
    ...model,
    id,
    names: { zh: `${model.names.zh}${place}`, en: `${word} ${model.names.en}` },
    number: `N${String(place).padStart(5, '0')}`,
    optionGroups: [],
  }
  const version = dishVersionOf(dish, [], { ratePpm: 60_000, inclusive: true })
  return [{ ...dish, version: version.id }, { ...version }]
}
