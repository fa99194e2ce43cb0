import type { Authority } from '@orderez/core/authority'
import type { Branch, Person, RoleName } from '@orderez/core/branch'
import type { Table } from '@orderez/core/floor'
import type { BranchId, JsonObject, PersonId } from '@orderez/core/kernel'
import type { Drawer } from '@orderez/core/shifts'

/** Who works in the demo and where, as the branch has it now. */
export interface DemoHouse {
  readonly branch: Branch
  readonly waiters: readonly [PersonId, ...PersonId[]]
  readonly cook: PersonId
  readonly cashier: PersonId
  /** In use, by their place on the floor. */
  readonly tables: readonly Table[]
  readonly drawer: Drawer['id'] | null
  readonly menu: readonly JsonObject[]
}

/** Null where somebody is missing whom a restaurant needs. */
export async function readDemoHouse(authority: Authority, id: BranchId): Promise<DemoHouse | null> {
  const [[branch], people, tables, drawers, dishes, versions] = await Promise.all([
    authority.read('branch', [id]),
    list<Person>(authority, 'branch', 'person'),
    list<Table>(authority, 'floor', 'table'),
    list<Drawer>(authority, 'shifts', 'drawer'),
    authority.list('menu', 'dish'),
    authority.list('menu', 'dishVersion'),
  ])
  const having = (role: RoleName) =>
    people.filter((each) => each.active && each.roles.includes(role)).map((each) => each.id)
  const [waiter, ...others] = having('waiter')
  const [cook] = having('kitchen')
  const [cashier] = having('cashier')
  if (!branch || !waiter || !cook || !cashier) return null
  return {
    branch: branch as JsonObject as Branch,
    waiters: [waiter, ...others],
    cook,
    cashier,
    tables: tables
      .filter(({ status }) => status === 'inUse')
      .toSorted((a, b) => a.sort - b.sort || (a.id < b.id ? -1 : 1)),
    drawer: drawers.toSorted((a, b) => a.sort - b.sort)[0]?.id ?? null,
    menu: [...dishes, ...versions],
  }
}

async function list<T>(authority: Authority, collection: Parameters<Authority['list']>[0], kind: string): Promise<T[]> {
  const documents = await authority.list(collection, kind)
  return documents.filter((each) => each['deleted'] !== true) as JsonObject[] as T[]
}
