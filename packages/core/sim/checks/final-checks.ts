import { canonicalJson, type JsonObject } from '../../src/kernel/index.ts'
import { contradictionsOf, mergeOrders, type OrderDocument } from '../../src/orders/index.ts'
import { SYNCED_COLLECTIONS } from '../../src/sync/index.ts'
import { check, CheckFailed } from '../world/check-failed.ts'
import type { Replica } from '../world/replica.ts'
import type { SimTerminal } from '../world/sim-terminal.ts'
import { storedIn, type World } from '../world/world.ts'
import { billsHold } from './bills-hold.ts'
import { chainsVerify } from './chains-verify.ts'
import { everythingArrived } from './everything-arrived.ts'
import { kitchenHolds } from './kitchen-holds.ts'
import { checkAfterStep, type StepChecks } from './step-checks.ts'

const POLL_MS = 2_000
const DRAIN_MS = 600_000

/** After mending: everything drains (C3), all replicas are equal (C1), and every invariant holds on each. */
export async function checkInTheEnd(world: World, checks: StepChecks): Promise<void> {
  await drain(world)
  checkAfterStep(world, checks, 0)
  const server = world.serverReplica()
  everythingArrived(world, server)
  chainsVerify(world, server)
  for (const { viewer, name } of [server, ...world.terminals.map((terminal) => world.terminalReplica(terminal))]) {
    kitchenHolds({ ...server, name, viewer }, world.site.stations, world.server.now())
  }
  billsHold(server)
  for (const found of contradictionsOf(server.states)) world.tally.add(`contradiction.${found.code}`)
  mergeLawsHold(world, server)
  await pushingAgainChangesNothing(world)
}

async function drain(world: World): Promise<void> {
  const begun = world.scheduler.now()
  for (;;) {
    const reason = unsettled(world) ?? difference(world)
    if (reason === null) break
    const waited = world.scheduler.now() - begun
    if (waited >= DRAIN_MS) throw new CheckFailed(reason.check, `after ${waited / 1_000} s: ${reason.message}`)
    await world.scheduler.advance(POLL_MS)
    if (world.fault) throw world.fault
  }
  const seconds = Math.ceil((world.scheduler.now() - begun) / 1_000)
  world.journal.write(`all equal after ${seconds} s`)
  world.tally.add('check.drained')
}

interface Reason {
  readonly check: string
  readonly message: string
}

function unsettled({ terminals, server, facts }: World): Reason | null {
  if (!server.authority) return { check: 'C3', message: 'the server does not come up' }
  for (const { name, engine } of terminals) {
    const status = engine?.status()
    if (!status) return { check: 'C3', message: `${name} does not come up` }
    const letters = status.deadLetters.filter(({ fact }) => facts.entry(fact)?.expected.is === 'deadLetter').length
    const open = `${status.undecided} undecided, ${status.pendingEdits} edits, ${letters} dead letters`
    if (status.link !== 'online')
      return { check: 'C3', message: `${name} is ${status.link}: ${status.blockedBy?.reason ?? ''}` }
    if (status.undecided > 0 || status.pendingEdits > 0) return { check: 'C3', message: `${name}: ${open}` }
  }
  return null
}

function difference(world: World): Reason | null {
  const letters = world.deadLetters()
  const server = world.serverReplica()
  for (const terminal of world.terminals) {
    const own = new Map(terminal.orders().map((order) => [order.id, withoutFacts(order, letters)]))
    for (const [id, document] of server.documents) {
      const mine = own.get(id)
      if (!mine && isElsewhere(world, document)) continue
      if (!mine) return { check: 'C1', message: `${terminal.name} lacks order ${id}` }
      if (canonicalJson(mine) !== canonicalJson(document))
        return {
          check: 'C1',
          message: `${terminal.name} has order ${id} otherwise: ${firstDifference(mine, document)}`,
        }
      own.delete(id)
    }
    for (const [id, document] of own) {
      if (Object.keys(document.facts).length > 0)
        return { check: 'C1', message: `${terminal.name} has order ${id} alone` }
    }
    const edited = editedDifference(world, terminal)
    if (edited) return edited
  }
  return null
}

/** Said to be another branch's: no business of those who did not say so. */
function isElsewhere({ site }: World, { facts }: OrderDocument): boolean {
  const openings = Object.values(facts).filter(({ kind }) => kind === 'opened')
  return openings.length > 0 && openings.every(({ body }) => body['branch'] !== site.branch.id)
}

function withoutFacts(order: OrderDocument, letters: ReadonlySet<string>): OrderDocument {
  if (!Object.keys(order.facts).some((id) => letters.has(id))) return order
  return { ...order, facts: Object.fromEntries(Object.entries(order.facts).filter(([id]) => !letters.has(id))) }
}

function firstDifference(mine: OrderDocument, theirs: OrderDocument): string {
  for (const part of ['facts', 'verdicts', 'rewritten'] as const) {
    const [a, b] = [
      new Map<string, unknown>(Object.entries(mine[part] ?? {})),
      new Map<string, unknown>(Object.entries(theirs[part] ?? {})),
    ]
    for (const key of new Set([...a.keys(), ...b.keys()])) {
      const [x, y] = [JSON.stringify(a.get(key)), JSON.stringify(b.get(key))]
      if (x !== y && (x === undefined || y === undefined || part === 'verdicts'))
        return `${part} ${key}: here ${x}, server ${y}`
    }
  }
  return 'in the content'
}

function editedDifference(world: World, terminal: SimTerminal): Reason | null {
  for (const collection of SYNCED_COLLECTIONS.filter((name) => name !== 'orders')) {
    const own = new Map(terminal.documents<JsonObject>(collection).map((document) => [document['id'], document]))
    for (const { id, body } of storedIn(world.server, collection)) {
      const theirs = body['document'] as JsonObject
      const mine = own.get(id)
      if (!mine || canonicalJson(mine) !== canonicalJson(theirs)) {
        return {
          check: 'C1',
          message: `${terminal.name} has ${collection} ${id} otherwise: here ${JSON.stringify(mine)}, server ${JSON.stringify(theirs)}`,
        }
      }
    }
  }
  return null
}

/** C2 on what this run made: any two replicas unite to the same, in either order, and nothing comes of uniting again. */
function mergeLawsHold(world: World, server: Replica): void {
  for (const document of server.documents.values()) {
    const ids = Object.keys(document.facts)
    const part = (keep: ReadonlySet<string>): OrderDocument => ({
      ...document,
      facts: Object.fromEntries(Object.entries(document.facts).filter(([id]) => keep.has(id))),
    })
    const [a, b] = [part(new Set(world.random.some(ids, 1))), part(new Set(world.random.some(ids, 1)))]
    const [ab, ba] = [mergeOrders(a, b), mergeOrders(b, a)]
    check('C2', canonicalJson(ab) === canonicalJson(ba), () => `order ${document.id}: the order of uniting matters`)
    check(
      'C2',
      canonicalJson(mergeOrders(ab, b)) === canonicalJson(ab),
      () => `order ${document.id}: uniting again changes it`,
    )
    check(
      'C2',
      canonicalJson(mergeOrders(ab, document)) === canonicalJson(document),
      () => `order ${document.id}: parts and whole differ`,
    )
  }
}

/** S10: whatever was pushed before is pushed again; the store does not notice. */
async function pushingAgainChangesNothing(world: World): Promise<void> {
  const { server, site, facts } = world
  const before = revisions(world)
  const required = facts.required().flatMap(({ fact }) => fact ?? [])
  for (const [terminal, said] of Map.groupBy(required, (fact) => fact.terminal)) {
    for (let from = 0; from < said.length; from += 400) {
      const request = {
        branch: site.branch.id,
        epoch: server.authority?.epoch(),
        facts: said.slice(from, from + 400),
        edits: [],
      }
      void server.authority?.push({ terminal, branch: site.branch.id }, request)
    }
  }
  await world.scheduler.advance(2_000)
  if (world.fault) throw world.fault
  check('S10', revisions(world) === before, () => 'pushing everything again changed the store')
}

function revisions({ server }: World): string {
  const { collections } = server.store.snapshot()
  return collections
    .map(
      ({ name, documents }) =>
        `${name} ${documents
          .map(({ id, rev }) => `${id} ${rev}`)
          .toSorted()
          .join(' ')}`,
    )
    .join('\n')
}
