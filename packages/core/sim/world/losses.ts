import type { FactId } from '../../src/kernel/index.ts'
import type { Cart } from '../../src/carts/index.ts'
import { valuesUnder, type SimTerminal } from './sim-terminal.ts'
import { factsIn, storedIn, type World } from './world.ts'

/**
 * After a device was destroyed or a backup put back: what neither the server nor any device that could send it still has is lost, and nobody
 * can be asked for it. Everything else stays required.
 */
export function reckonLosses(world: World): void {
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
  reckonCarts(world)
}

/** What a terminal's projection has of its own facts is sent from there when the log has lost them. */
function ownFacts(terminal: SimTerminal): string[] {
  return terminal.orders().flatMap((order) =>
    Object.values(order.facts)
      .filter((fact) => fact.terminal === terminal.enrolled.id)
      .map((fact) => fact.id),
  )
}

function reckonCarts(world: World): void {
  const carts = new Map(storedIn(world.server, 'carts').map(({ id, body }) => [id, body['document'] as Cart]))
  const pending = world.terminals.flatMap((terminal) =>
    valuesUnder<{ readonly document: string; readonly mine: Cart; readonly later?: { readonly mine: Cart } }>(
      terminal.image().store,
      'edits.carts',
    ),
  )
  world.edits.forgive(
    ({ cart, line }) =>
      carts.get(cart)?.lines[line] !== undefined ||
      pending.some((edit) => edit.document === cart && (edit.later?.mine ?? edit.mine).lines[line] !== undefined),
  )
}

function addAll<T extends string>(set: Set<T>, ids: Iterable<string>): void {
  for (const id of ids) set.add(id as T)
}
