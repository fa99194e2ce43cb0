import type { RoleName } from '../../src/branch/index.ts'
import { businessDayOf } from '../../src/kernel/index.ts'
import type { Dish, DishVersion } from '../../src/menu/index.ts'
import { actionOfFact, can } from '../../src/staff/index.ts'
import type { TerminalEngine } from '../../src/sync-engine/index.ts'
import type { SimTerminal } from '../world/sim-terminal.ts'
import { isElsewhere, type World } from '../world/world.ts'
import type { Scene } from './scene.ts'

/** Somebody with the role stands at a terminal; null where there is nothing to sell or nobody who could. */
export function setScene(world: World, terminal: SimTerminal, engine: TerminalEngine, role: RoleName): Scene | null {
  const { site, carts } = world
  const random = world.random.fork(`scene ${world.scheduler.events} ${terminal.name}`)
  const person = random.pick(site.persons[role])
  const [manager] = site.persons.manager
  const dishes = dishesOn(terminal)
  if (!manager || dishes.length === 0) return null
  const { states } = world.terminalReplica(terminal)
  const orders = states.filter(({ document }) => !isElsewhere(site, document))
  const { letters } = terminal.enrolled
  return {
    site,
    random,
    ids: terminal.ids,
    person,
    manager,
    letters,
    orders,
    dishes,
    carts,
    day: businessDayOf(engine.time.now(), site.branch),
    context: {
      ids: terminal.ids,
      now: () => engine.time.next(),
      person: person.id,
      may: (kind) => can(person.roles, actionOfFact(kind)),
    },
    nextNumber() {
      const counters = orders.flatMap(({ opening }) =>
        opening?.number.letters === letters ? opening.number.counter : [],
      )
      return Math.max(0, ...counters) + 1
    },
  }
}

function dishesOn(terminal: SimTerminal): Scene['dishes'] {
  const menu = terminal.documents<Dish | DishVersion | { readonly kind: 'category' | 'optionGroup' }>('menu')
  const versions = new Map(menu.flatMap((one) => (one.kind === 'dishVersion' ? [[one.id, one] as const] : [])))
  return menu.flatMap((one) => {
    const version = one.kind === 'dish' ? versions.get(one.version) : undefined
    return one.kind === 'dish' && version ? [{ dish: one, version }] : []
  })
}

/** Who usually stands at the n-th terminal. */
export function usualRole(index: number): RoleName {
  const roles: readonly RoleName[] = ['waiter', 'waiter', 'kitchen', 'cashier']
  return roles[index % roles.length] ?? 'waiter'
}
