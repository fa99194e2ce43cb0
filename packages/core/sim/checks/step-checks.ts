import type { Cart } from '../../src/carts/index.ts'
import type { FactId } from '../../src/kernel/index.ts'
import { check } from '../world/check-failed.ts'
import type { Replica } from '../world/replica.ts'
import type { SimTerminal } from '../world/sim-terminal.ts'
import type { World } from '../world/world.ts'
import { billsHold, printedSumsStand } from './bills-hold.ts'
import { kitchenHolds } from './kitchen-holds.ts'
import { createReplicaWatch, type ReplicaWatch } from './replica-watch.ts'

/** What the checks remember from step to step. */
export interface StepChecks {
  readonly watches: Map<string, ReplicaWatch>
  /** How often each replica was put back or emptied when it was last looked at. */
  readonly upheavals: Map<string, number>
  /** Facts seen in the server's store since it was last put back. */
  atServer: Set<FactId>
}

/** The whole of a replica is looked at every so many steps; what changed, at each. */
const WHOLE_EVERY = 60
const FOUND_OUT_MS = 30_000

export function createStepChecks(_world: World): StepChecks {
  return { watches: new Map(), upheavals: new Map(), atServer: new Set() }
}

export function checkAfterStep(world: World, checks: StepChecks, step: number): void {
  const server = world.serverReplica()
  look(world, checks, server, world.server.upheavals, step)
  rememberServer(world, checks, server)
  for (const terminal of world.terminals) {
    look(world, checks, world.terminalReplica(terminal), terminal.upheavals, step)
    nothingForgotten(world, checks, terminal)
    cartsStay(world, terminal)
  }
}

function look(world: World, checks: StepChecks, replica: Replica, upheavals: number, step: number): void {
  const watch = checks.watches.get(replica.name) ?? createReplicaWatch(world.facts)
  checks.watches.set(replica.name, watch)
  if (checks.upheavals.get(replica.name) !== upheavals) watch.forget()
  checks.upheavals.set(replica.name, upheavals)
  const changed = watch.look(replica)
  for (const state of changed) printedSumsStand(state)
  world.tally.add('check.ordersLookedAt', changed.length)
  if (step % WHOLE_EVERY !== 0) return
  billsHold(replica)
  kitchenHolds(replica, world.site.stations, world.server.now())
  world.tally.add('check.wholeReplicas')
}

function rememberServer(world: World, checks: StepChecks, server: Replica): void {
  const key = 'facts at the server'
  if (checks.upheavals.get(key) !== world.server.upheavals) checks.atServer = new Set()
  checks.upheavals.set(key, world.server.upheavals)
  for (const document of server.documents.values()) {
    for (const id of Object.keys(document.facts)) checks.atServer.add(id as FactId)
  }
}

/** S14: a terminal that says that everything of it is decided is right, and has the words themselves. */
function nothingForgotten(world: World, checks: StepChecks, terminal: SimTerminal): void {
  const { engine, name } = terminal
  const status = engine?.status()
  if (!status || status.link !== 'online' || status.undecided > 0) return
  if (status.epoch !== world.server.authority?.epoch()) return
  // A server that was put back is found out at the next handshake.
  if (world.scheduler.now() - world.server.backSince < FOUND_OUT_MS) return
  const own = new Map(terminal.orders().map((order) => [order.id, order]))
  for (const id of world.logged.get(name) ?? []) {
    const entry = world.facts.entry(id)
    if (!entry || entry.lost || entry.expected.is === 'deadLetter') continue
    const { kind, order } = entry.draft
    check('S14', checks.atServer.has(id), () => `${name} says all is decided, and ${id} (${kind}) is not at the server`)
    const hasWord = own.get(order)?.verdicts[id] !== undefined
    check('S14', hasWord, () => `${name} says all is decided, and has no verdict on ${id} (${kind})`)
  }
  world.tally.add('check.saidAllSafe')
}

/** S1: what a person put into a cart stays on that person's screen. */
function cartsStay(world: World, terminal: SimTerminal): void {
  const { engine, name } = terminal
  if (!engine) return
  const carts = new Map(terminal.documents<Cart>('carts').map((cart) => [cart.id, cart]))
  const now = terminal.upheavals + world.server.upheavals
  for (const { cart, line, profile, upheavals } of world.edits.required()) {
    if (profile !== name || upheavals !== now) continue
    check(
      'S1',
      carts.get(cart)?.lines[line] !== undefined,
      () => `${name}: line ${line} has gone from the screen's cart ${cart}`,
    )
  }
}
