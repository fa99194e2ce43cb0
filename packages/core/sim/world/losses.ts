import type { FactId, JsonObject } from '../../src/kernel/index.ts'
import type { PendingEdit } from '../../src/sync/index.ts'
import type { Cart } from '../../src/carts/index.ts'
import { valuesUnder, type SimTerminal } from './sim-terminal.ts'
import { factsIn, storedIn, type World } from './world.ts'

/**
 * After a device was destroyed or a backup put back: what neither the server nor any device that could send it still has is lost, and nobody
 * can be asked for it. Everything else stays required.
 */
export function reckonLosses(world: World, isServerBack = false): void {
  const anywhere = new Set<FactId>(world.deadLetters())
  for (const document of world.serverReplica().documents.values()) addAll(anywhere, Object.keys(document.facts))
  for (const terminal of world.terminals) {
    const { log } = terminal.image()
    const inLog = factsIn(log)
    world.logged.set(terminal.name, new Set([...(world.logged.get(terminal.name) ?? [])].filter((id) => inLog.has(id))))
    addAll(anywhere, inLog)
    addAll(anywhere, ownFacts(terminal))
  }
  const lost = world.facts.forgive((fact) => anywhere.has(fact))
  world.tally.add('fault.factsLostWithADevice', lost)
  world.journal.write(`${lost} facts are on no device any more`)
  reckonCarts(world, isServerBack)
}

/** What a terminal's projection has of its own facts is sent from there when the log has lost them. */
function ownFacts(terminal: SimTerminal): string[] {
  return terminal.orders().flatMap((order) =>
    Object.values(order.facts)
      .filter((fact) => fact.terminal === terminal.enrolled.id)
      .map((fact) => fact.id),
  )
}

/** The answer to an edit that was sent may be under way from the server as it was: then nobody sends it again. */
function reckonCarts(world: World, isServerBack: boolean): void {
  const carts = new Map(storedIn(world.server, 'carts').map(({ id, body }) => [id, body['document'] as Cart]))
  const pending = world.terminals.flatMap((terminal) =>
    valuesUnder<PendingEdit>(terminal.image().store, 'edits.carts').flatMap(({ document, mine, sent, later }) => [
      ...(sent && isServerBack ? [] : [{ document, wanted: mine as JsonObject as Cart }]),
      ...(later ? [{ document, wanted: later.mine as JsonObject as Cart }] : []),
    ]),
  )
  world.edits.forgive(
    ({ cart, line }) =>
      carts.get(cart)?.lines[line] !== undefined ||
      pending.some(({ document, wanted }) => document === cart && wanted.lines[line] !== undefined),
  )
}

function addAll<T extends string>(set: Set<T>, ids: Iterable<string>): void {
  for (const id of ids) set.add(id as T)
}
