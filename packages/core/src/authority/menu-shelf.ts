import type { JsonObject } from '../kernel/index.ts'
import type { Dish, DishVersion, OptionGroup } from '../menu/index.ts'
import type { DocumentStore } from '../sync/index.ts'
import { openRecord } from './stored-record.ts'

/** The parts of the menu that orders and dishes name, read when first named. Versions never change; the rest is read again after a change. */
export interface MenuShelf {
  /** Reads what is not here yet. */
  fetch(ids: Iterable<string>): Promise<void>
  outdate(): void
  dish(id: string): Dish | null
  version(id: string): DishVersion | null
  optionGroup(id: string): OptionGroup | null
}

/** Documents kept; beyond, the shelf begins anew. */
const MAX_KEPT = 20_000

export function createMenuShelf(store: Pick<DocumentStore, 'read'>): MenuShelf {
  const versions = new Map<string, JsonObject>()
  let changing = new Map<string, JsonObject | null>()

  function find<T>(document: JsonObject | null | undefined, kind: string): T | null {
    return document?.['kind'] === kind ? (document as T) : null
  }

  const shelf: MenuShelf = {
    async fetch(ids) {
      if (versions.size + changing.size > MAX_KEPT) {
        versions.clear()
        changing.clear()
      }
      const wanted = new Set(ids)
      const missing = [...wanted].filter((id) => !versions.has(id) && !changing.has(id))
      if (missing.length === 0) return
      const into = changing
      const found = new Map(
        (await store.read('menu', missing)).map((stored) => [stored.id, openRecord(stored).document]),
      )
      for (const id of missing) {
        const document = found.get(id)
        if (document?.['kind'] === 'dishVersion') versions.set(id, document)
        else if (document || !id.startsWith('dvr_')) into.set(id, document ?? null)
      }
      // Thrown away by a change that came meanwhile: nothing older than it is kept.
      if (into !== changing) await shelf.fetch(wanted)
    },
    outdate() {
      changing = new Map()
    },
    dish: (id) => find<Dish>(changing.get(id), 'dish'),
    version: (id) => find<DishVersion>(versions.get(id), 'dishVersion'),
    optionGroup: (id) => find<OptionGroup>(changing.get(id), 'optionGroup'),
  }
  return shelf
}
