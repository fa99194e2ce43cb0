import { isJsonObject, jsonEquals, type FactId, type JsonObject, type OrderId } from '../../src/kernel/index.ts'
import type { Fact, OrderDocument, Verdict } from '../../src/orders/index.ts'
import { SYNCED_COLLECTIONS } from '../../src/sync/index.ts'
import type { Replica } from '../world/replica.ts'
import type { SimTerminal } from '../world/sim-terminal.ts'
import { isElsewhere, storedIn, type World } from '../world/world.ts'

export interface Reason {
  readonly check: string
  readonly message: string
}

/** C1: the first thing in which a terminal and the server differ, or null when every terminal has all that the server has. */
export function firstInequality(world: World): Reason | null {
  const server = world.serverReplica()
  const found = excuses(world, server)
  for (const terminal of world.terminals) {
    const message = orderInequality(world, terminal, server, found) ?? recordInequality(world, terminal)
    if (message !== null) return { check: 'C1', message: `${terminal.name} ${message}` }
  }
  return null
}

/**
 * What may differ although all is mended. Facts: those the server was not meant to read, and those whose only author was destroyed before a
 * backup was put back (others still show them; to refill the server from them is not built yet). Verdicts: of a server that was put back, where
 * no author has the earlier word any more that others still show.
 */
interface Excuses {
  fact(id: FactId): boolean
  verdict(fact: Fact, given: Verdict): boolean
}

function excuses(world: World, server: Replica): Excuses {
  const letters = world.deadLetters()
  const held = new Map(
    world.terminals.map((terminal) => [terminal, new Map(terminal.orders().map((order) => [order.id, order]))]),
  )
  return {
    fact: (id) => letters.has(id) || world.facts.entry(id)?.lost === true,
    verdict(fact, given) {
      const judged = server.documents.get(fact.order)?.verdicts[fact.id]
      if (world.server.upheavals === 0 || !judged || judged.receivedAt <= given.receivedAt) return false
      const authors = [...held].filter(([{ enrolled }]) => enrolled.id === fact.terminal)
      return !authors.some(([, orders]) => jsonEquals(orders.get(fact.order)?.verdicts[fact.id], given))
    },
  }
}

function orderInequality(world: World, terminal: SimTerminal, server: Replica, found: Excuses): string | null {
  const own = new Map<OrderId, OrderDocument>(terminal.orders().map((order) => [order.id, order]))
  for (const [id, theirs] of server.documents) {
    const mine = own.get(id)
    if (!mine && isElsewhere(world.site, theirs)) continue
    if (!mine) return `lacks order ${id}`
    if (!jsonEquals(mine, theirs) && !jsonEquals(excused(mine, theirs, found), theirs)) {
      return `has order ${id} otherwise: ${firstDifference(excused(mine, theirs, found), theirs)}`
    }
  }
  for (const [id, mine] of own) {
    const left = Object.keys(mine.facts).filter((fact) => !found.fact(fact as FactId))
    if (!server.documents.has(id) && left.length > 0) return `has order ${id} alone`
  }
  return null
}

function excused(mine: OrderDocument, theirs: OrderDocument, found: Excuses): OrderDocument {
  const facts = Object.values(mine.facts).filter((fact) => theirs.facts[fact.id] || !found.fact(fact.id))
  const kept = new Map(facts.map((fact) => [fact.id, fact]))
  const verdicts = Object.values(mine.verdicts).flatMap((verdict): Verdict[] => {
    const fact = kept.get(verdict.of)
    if (!fact) return []
    const given = theirs.verdicts[verdict.of]
    return given && !jsonEquals(given, verdict) && found.verdict(fact, verdict) ? [given] : [verdict]
  })
  return {
    ...mine,
    facts: Object.fromEntries(kept),
    verdicts: Object.fromEntries(verdicts.map((verdict) => [verdict.of, verdict])),
  }
}

/** Where two documents differ first, for whoever reads the failure. */
export function firstDifference(mine: JsonObject, theirs: JsonObject, path = ''): string {
  for (const key of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
    const [a, b] = [mine[key], theirs[key]]
    if (jsonEquals(a, b)) continue
    if (isJsonObject(a) && isJsonObject(b)) return firstDifference(a, b, `${path}.${key}`)
    return `${path}.${key}: ${JSON.stringify(a)}, but ${JSON.stringify(b)}`
  }
  return 'nowhere'
}

function recordInequality({ server }: World, terminal: SimTerminal): string | null {
  for (const collection of SYNCED_COLLECTIONS.filter((name) => name !== 'orders')) {
    const own = new Map(terminal.documents<JsonObject>(collection).map((document) => [document['id'], document]))
    for (const { id, body } of storedIn(server, collection)) {
      const theirs = body['document'] as JsonObject
      const mine = own.get(id)
      if (!mine) return `lacks ${collection} ${id}`
      if (!jsonEquals(mine, theirs)) return `has ${collection} ${id} otherwise: ${firstDifference(mine, theirs)}`
    }
  }
  return null
}
