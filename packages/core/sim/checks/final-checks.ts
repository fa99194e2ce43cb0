import { canonicalJson } from '../../src/kernel/index.ts'
import { contradictionsOf, mergeOrders, type OrderDocument } from '../../src/orders/index.ts'
import type { StoredDocument } from '../../src/sync/index.ts'
import { check, CheckFailed } from '../world/check-failed.ts'
import type { Replica } from '../world/replica.ts'
import type { World } from '../world/world.ts'
import { billsHold } from './bills-hold.ts'
import { firstDifference, firstInequality, type Reason } from './replicas-equal.ts'
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
    const reason = unsettled(world) ?? firstInequality(world)
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
  const before = documentsOf(world)
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
  for (const [name, { rev, body }] of documentsOf(world)) {
    const old = before.get(name)
    // A leaf that replication brought is united at the next occasion.
    if (old && old.losers.length > 0) continue
    check('S10', old?.rev === rev, () => `pushing again changed ${name} ${firstDifference(old?.body ?? {}, body)}`)
  }
}

function documentsOf({ server }: World): ReadonlyMap<string, StoredDocument> {
  const { collections } = server.store.snapshot()
  return new Map(
    collections.flatMap(({ name, documents }) => documents.map((one) => [`${name} ${one.id}`, one] as const)),
  )
}
