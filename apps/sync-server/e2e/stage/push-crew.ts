import type { OrderId, PersonId } from '@orderez/core/kernel'
import type { Fact, Verdict } from '@orderez/core/orders'
import { pushResponseSchema } from '@orderez/core/sync'
import { lineOf, openedDraft, roundDraft, type Larder } from './round-of-dishes.ts'
import { stageIds, type StageTerminal } from './site-client.ts'

/** What a terminal was told about a fact of its own. */
export interface Acknowledgement {
  readonly order: OrderId
  readonly verdict: Verdict
}

export interface PushCrew {
  /** By fact id, as it was first answered. */
  readonly acknowledged: ReadonlyMap<string, Acknowledgement>
  /** Every fact that was sent at least once. */
  readonly sent: readonly { readonly terminal: StageTerminal; readonly fact: Fact }[]
  /** How many pushes brought no answer, or not the whole one, by what came instead. */
  readonly interrupted: ReadonlyMap<string, number>
  /** Resolves when each terminal's last push was answered; null: gives up what is unanswered. */
  finish(unanswered: 'retry' | 'leave'): Promise<void>
}

const ROUNDS_A_PUSH = 4
const PAUSE_MS = 100

/** Terminals that open orders and send rounds without a pause, and repeat each push until all of it is decided. */
export async function startPushCrew(terminals: readonly StageTerminal[], larder: Larder): Promise<PushCrew> {
  const epoch = await terminals[0]?.epoch()
  const acknowledged = new Map<string, Acknowledgement>()
  const sent: { terminal: StageTerminal; fact: Fact }[] = []
  const interrupted = new Map<string, number>()
  let course: 'on' | 'retry' | 'leave' = 'on'
  const goesOn = () => course === 'on'
  const leaves = () => course === 'leave'

  function interrupt(why: string): void {
    interrupted.set(why, (interrupted.get(why) ?? 0) + 1)
  }
  /** The facts that are still not decided. */
  async function push(terminal: StageTerminal, facts: readonly Fact[]): Promise<readonly Fact[]> {
    const answer = await terminal
      .push(facts, [], epoch)
      .catch((cause: unknown) => (cause instanceof Error ? cause : Error()))
    if (answer instanceof Error) interrupt('no answer')
    else if (answer.status !== 200) interrupt(`${answer.status} ${String(answer.body['code'])}`)
    if (answer instanceof Error || answer.status !== 200) return facts
    for (const outcome of pushResponseSchema.parse(answer.body).facts) {
      if (outcome.outcome === 'decided' && !acknowledged.has(outcome.verdict.of)) {
        acknowledged.set(outcome.verdict.of, outcome)
      }
    }
    const undecided = facts.filter(({ id }) => !acknowledged.has(id))
    if (undecided.length > 0) interrupt('partly decided')
    return undecided
  }
  async function work(terminal: StageTerminal): Promise<void> {
    for (let counter = 1; goesOn(); counter += 1) {
      let facts: readonly Fact[] = terminal.log(bill(terminal, larder, counter))
      sent.push(...facts.map((fact) => ({ terminal, fact })))
      while (facts.length > 0 && !leaves()) {
        facts = await push(terminal, facts)
        if (facts.length > 0) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
      }
    }
  }

  const working = terminals.map(work)
  return {
    acknowledged,
    sent,
    interrupted,
    async finish(unanswered) {
      course = unanswered
      await Promise.all(working)
    },
  }
}

function bill(terminal: StageTerminal, larder: Larder, counter: number) {
  const waiter = larder.people.get('lin') as PersonId
  const order = stageIds.next('order')
  const versions = Array.from({ length: ROUNDS_A_PUSH }, (_, round) => larder.versions[(counter + round) % 9])
  const rounds = versions.flatMap((version) => (version ? [roundDraft(order, waiter, [lineOf(version)])] : []))
  return [openedDraft(terminal, order, waiter, counter), ...rounds]
}
