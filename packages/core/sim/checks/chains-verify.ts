import type { Conflict, DeadLetter } from '../../src/inbox/index.ts'
import { digestOf } from '../../src/kernel/index.ts'
import { GENESIS, type Fact, type Refusal } from '../../src/orders/index.ts'
import { check } from '../world/check-failed.ts'
import type { Replica } from '../world/replica.ts'
import { storedIn, type World } from '../world/world.ts'

/** The door names one reason: a fork, or what it looks at before forks. */
const COMES_BEFORE_OR_IS_FORK: ReadonlySet<Refusal | undefined> = new Set([
  'fact.forked',
  'order.otherBranch',
  'terminal.revoked',
] as const)

/** S12: each log's facts are numbered without a gap and linked, or the break is named: a fork, a dead letter, a lost device. */
export function chainsVerify(world: World, server: Replica): void {
  const all = [...server.documents.values()].flatMap((order): Fact[] => Object.values(order.facts))
  const letters = letteredPlaces(world)
  const lost = new Set(
    [...world.facts.entries()].flatMap(({ lost: gone, fact }) => (gone && fact ? [fact.terminal] : [])),
  )
  const isForked = (fact: Fact) =>
    COMES_BEFORE_OR_IS_FORK.has(server.documents.get(fact.order)?.verdicts[fact.id]?.code)
  const hashes = new Set<string>([
    GENESIS,
    ...[...world.facts.entries()].flatMap(({ fact }) => (fact ? [digestOf(fact)] : [])),
  ])
  for (const [log, facts] of Map.groupBy(all, ({ terminal, incarnation }) => `${terminal} ${incarnation}`)) {
    world.tally.add('check.chains')
    const byNumber = Map.groupBy(facts, ({ n }) => n)
    const highest = Math.max(...byNumber.keys())
    for (let n = 1; n <= highest; n += 1) {
      const claimants = byNumber.get(n) ?? []
      const named = claimants.filter((fact) => !isForked(fact))
      // A store that was put back may have accepted one of two before the other came with the word it once had.
      check(
        'S12',
        named.length <= 1 || world.server.upheavals > 0,
        () => `log ${log}: ${named.length} facts are number ${n} and no fork is named`,
      )
      const explained =
        claimants.length > 0 || letters.has(`${log} ${n}`) || facts.some(({ terminal }) => lost.has(terminal))
      check('S12', explained, () => `log ${log}: number ${n} of ${highest} is missing`)
      for (const fact of claimants)
        check(
          'S12',
          hashes.has(fact.prev) || lost.has(fact.terminal),
          () => `log ${log}: number ${n} follows nothing known`,
        )
      // What a dead letter says cannot be linked to.
      if (!letters.has(`${log} ${n - 1}`)) linked(log, named[0], byNumber.get(n - 1) ?? [], server)
    }
  }
}

function linked(log: string, fact: Fact | undefined, before: readonly Fact[], server: Replica): void {
  if (!fact || before.length === 0) return
  const follows = before.some((one) => digestOf(one) === fact.prev)
  const verdict = server.documents.get(fact.order)?.verdicts[fact.id]
  // Flags are for what counts; what was set aside says why in another way.
  const flagged = verdict?.decision !== 'accepted' || verdict.flags?.includes('chain.broken') === true
  check(
    'S12',
    follows || flagged,
    () => `log ${log}: number ${fact.n} does not follow number ${fact.n - 1}, and nobody says so`,
  )
}

/** Numbers that a dead letter holds. */
function letteredPlaces(world: World): ReadonlySet<string> {
  return new Set(
    storedIn(world.server, 'inbox').flatMap(({ body }) => {
      const letter = body['document'] as DeadLetter | Conflict
      if (letter.kind !== 'deadLetter' || !letter.place) return []
      return [`${letter.terminal} ${letter.place.incarnation} ${letter.place.n}`]
    }),
  )
}
