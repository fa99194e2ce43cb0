import type { Branch, Person, Role, Station, Tax, Terminal } from '@orderez/core/branch'
import type { Area, Reservation, Table } from '@orderez/core/floor'
import type { JsonObject } from '@orderez/core/kernel'
import type { Category, Dish, DishVersion, OptionGroup } from '@orderez/core/menu'
import type { Favourites, Heat } from '@orderez/core/ranking'
import type { CashMovement, Drawer, Shift } from '@orderez/core/shifts'

/** The edited documents that screens read, by kind. */
export interface DocumentKinds {
  readonly area: Area
  readonly branch: Branch
  readonly cashMovement: CashMovement
  readonly category: Category
  readonly dish: Dish
  readonly dishVersion: DishVersion
  readonly drawer: Drawer
  readonly favourites: Favourites
  readonly heat: Heat
  readonly optionGroup: OptionGroup
  readonly person: Person
  readonly reservation: Reservation
  readonly role: Role
  readonly shift: Shift
  readonly station: Station
  readonly table: Table
  readonly tax: Tax
  readonly terminal: Terminal
}

/** The documents of one kind that are not marked as deleted. They were parsed at the server's door and are trusted by kind. */
export function ofKind<K extends keyof DocumentKinds>(
  documents: readonly JsonObject[],
  kind: K,
): readonly DocumentKinds[K][] {
  return documents.filter(
    (document): document is JsonObject & DocumentKinds[K] => document['kind'] === kind && document['deleted'] !== true,
  )
}
