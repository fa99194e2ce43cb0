import type { JsonObject } from '../../src/kernel/index.ts'
import { check } from './check-failed.ts'
import { reckonLosses } from './losses.ts'
import { pushRubbish } from './push-rubbish.ts'
import { goodConditions, type Conditions } from './sim-link.ts'
import type { SimTerminal } from './sim-terminal.ts'
import { storedIn, type World } from './world.ts'

/** Something that goes wrong in the world, now or for a while. */
type Fault = (world: World, terminal: SimTerminal) => void

const HOUR_MS = 3_600_000

function forAWhile(world: World, terminal: SimTerminal, change: Partial<Conditions>): void {
  Object.assign(terminal.conditions, change)
  const ms = world.random.pick([2_000, 15_000, 60_000, 180_000])
  world.scheduler.after(ms, () => Object.assign(terminal.conditions, goodConditions()))
}

function rebootLater(world: World, terminal: SimTerminal): void {
  world.scheduler.after(world.random.int(100, 20_000), () => void terminal.boot())
}

/** At some port call soon, before it had its effect or after: any await of the program. */
function dieSoon(world: World, process: SimTerminal['process']): void {
  process.killAtCall(world.random.int(1, 25), world.random.pick(['before', 'after'] as const))
}

const cutOne: Fault = (world, terminal) => forAWhile(world, terminal, { cut: true })

const cutMany: Fault = (world) => {
  for (const terminal of world.random.some(world.terminals, 2)) cutOne(world, terminal)
}

const badNetwork: Fault = (world, terminal) =>
  forAWhile(world, terminal, { lostRequest: 0.25, lostAnswer: 0.35, duplicate: 0.3, unavailable: 0.05 })

const slowNetwork: Fault = (world, terminal) => forAWhile(world, terminal, { slow: true, duplicate: 0.2 })

const portal: Fault = (world, terminal) => forAWhile(world, terminal, { portal: 0.9 })

const refusingProxy: Fault = (world, terminal) => forAWhile(world, terminal, { rejected: 0.5 })

const overloaded: Fault = (world) => {
  for (const terminal of world.terminals) forAWhile(world, terminal, { unavailable: 0.8 })
}

const streamSilence: Fault = (world, terminal) => forAWhile(world, terminal, { streamSilent: true })

const terminalCrash: Fault = (world, terminal) => {
  if (!terminal.process.alive) return
  terminal.process.onDeath(() => rebootLater(world, terminal))
  dieSoon(world, terminal.process)
}

const terminalStops: Fault = (world, terminal) => {
  const { engine } = terminal
  if (!engine) return
  void engine.stop().then(() => {
    terminal.crash()
    rebootLater(world, terminal)
  })
}

const serverCrash: Fault = (world) => {
  const { server } = world
  if (!server.process.alive) return
  server.process.onDeath(() => world.scheduler.after(world.random.int(100, 30_000), () => void server.boot()))
  dieSoon(world, server.process)
}

const storeTrouble: Fault = (world) => {
  world.server.setStoreTrouble(world.random.pick([0.05, 0.2, 0.5]))
  world.scheduler.after(world.random.int(1_000, 30_000), () => world.server.setStoreTrouble(0))
}

const backup: Fault = (world) => world.server.takeBackup()

/** The store goes back to the last backup: what came since is only on the terminals. */
const serverRestored: Fault = (world) => {
  if (!world.server.restoreBackup()) return
  reckonLosses(world, true)
  world.scheduler.after(world.random.int(100, 10_000), () => void world.server.boot())
}

/** Images of a profile are taken now and then by `profileImage`; one of them comes back. */
const profileRestored: Fault = (world, terminal) => {
  const image = world.images.get(terminal.name)
  if (!image) return
  terminal.restore(image)
  reckonLosses(world)
  rebootLater(world, terminal)
}

const profileImage: Fault = (world, terminal) => void world.images.set(terminal.name, terminal.image())

const MOST_CLONES = 2

const profileCloned: Fault = (world, terminal) => {
  const clones = world.terminals.filter(({ name }) => name.includes('~'))
  if (clones.length >= MOST_CLONES) return
  const index = world.site.terminals.findIndex(({ id }) => id === terminal.enrolled.id)
  const clone = world.addTerminal(index, `${terminal.enrolled.letters}~${clones.length + 1}`, terminal.image())
  void clone.boot()
}

const projectionWiped: Fault = (world, terminal) => {
  terminal.wipeStore()
  reckonLosses(world)
  rebootLater(world, terminal)
}

const logWiped: Fault = (world, terminal) => {
  terminal.wipeLog()
  reckonLosses(world)
  rebootLater(world, terminal)
}

const clockJumps: Fault = (world, terminal) =>
  terminal.setClock(world.random.pick([-6 * HOUR_MS, -HOUR_MS, -90_000, 0, 90_000, HOUR_MS, 6 * HOUR_MS]))

const serverClockJumps: Fault = (world) =>
  world.server.setClock(world.random.pick([-HOUR_MS, -30_000, 0, 30_000, HOUR_MS]))

/** Replication brings an older copy of an order beside the present one. */
const losingLeaf: Fault = (world) => {
  const orders = storedIn(world.server, 'orders')
  if (orders.length === 0) return
  const { id, body } = world.random.pick(orders)
  const facts = body['facts'] as JsonObject
  const verdicts = body['verdicts'] as JsonObject
  const kept = new Set(world.random.some(Object.keys(facts), 1))
  const only = (part: JsonObject) => Object.fromEntries(Object.entries(part).filter(([key]) => kept.has(key)))
  world.server.store.addLoser('orders', id, { ...body, facts: only(facts), verdicts: only(verdicts) })
}

const nudge: Fault = (_world, terminal) => terminal.engine?.nudge()

const tidy: Fault = (world, terminal) => {
  const { engine } = terminal
  void engine?.tidy(engine.time.now(), world.site.branch).then(({ removedOrders }) => {
    check('S1', removedOrders === 0, () => `${terminal.name} tidied orders of today away`)
  })
}

const rubbish: Fault = (world, terminal) => pushRubbish(world, terminal)

const FAULTS = {
  cutOne,
  cutMany,
  badNetwork,
  slowNetwork,
  portal,
  refusingProxy,
  overloaded,
  streamSilence,
  terminalCrash,
  terminalStops,
  serverCrash,
  storeTrouble,
  backup,
  serverRestored,
  profileImage,
  profileRestored,
  profileCloned,
  projectionWiped,
  logWiped,
  clockJumps,
  serverClockJumps,
  losingLeaf,
  nudge,
  tidy,
  rubbish,
} as const satisfies Readonly<Record<string, Fault>>

export type FaultName = keyof typeof FAULTS
export const FAULT_NAMES = Object.keys(FAULTS) as readonly FaultName[]

const WEIGHTS: Readonly<Record<FaultName, number>> = {
  cutOne: 10,
  cutMany: 4,
  badNetwork: 10,
  slowNetwork: 6,
  portal: 2,
  refusingProxy: 3,
  overloaded: 2,
  streamSilence: 4,
  terminalCrash: 14,
  terminalStops: 3,
  serverCrash: 6,
  storeTrouble: 5,
  backup: 2,
  serverRestored: 1,
  profileImage: 3,
  profileRestored: 2,
  profileCloned: 1,
  projectionWiped: 2,
  logWiped: 1,
  clockJumps: 6,
  serverClockJumps: 1,
  losingLeaf: 3,
  nudge: 2,
  tidy: 1,
  rubbish: 4,
}

export function somethingGoesWrong(world: World): void {
  const name = world.random.weighted(WEIGHTS)
  const terminal = world.random.pick(world.terminals)
  world.tally.add(`fault.${name}`)
  world.journal.write(`fault ${name} (${terminal.name})`)
  FAULTS[name](world, terminal)
}
