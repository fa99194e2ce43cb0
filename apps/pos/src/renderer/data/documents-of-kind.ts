import type { Branch, Person, Role, Station } from '@orderez/core/branch'
import type { Area, Table } from '@orderez/core/floor'
import type { JsonObject } from '@orderez/core/kernel'
import type { Category, Dish, DishVersion } from '@orderez/core/menu'

interface Kinds {
  readonly area: Area
  readonly branch: Branch
  readonly category: Category
  readonly dish: Dish
  readonly dishVersion: DishVersion
  readonly person: Person
  readonly role: Role
  readonly station: Station
  readonly table: Table
}

/** The documents of one kind that are not marked as deleted. They were parsed at the server's door and are trusted by kind. */
export function ofKind<K extends keyof Kinds>(documents: readonly JsonObject[], kind: K): readonly Kinds[K][] {
  return documents.filter(
    (document): document is JsonObject & Kinds[K] => document['kind'] === kind && document['deleted'] !== true,
  )
}
