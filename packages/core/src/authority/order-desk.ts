import type { FactId } from '../kernel/index.ts'
import type { Conflict } from '../inbox/index.ts'
import { knownFact, type Fact, type OrderDocument, type Verdict } from '../orders/index.ts'
import { orderHeader } from '../sync/index.ts'
import { admit, type Admission } from './admit.ts'
import type { Actor, AuthorityPorts } from './authority-ports.ts'
import type { Desk, Working } from './commit-pile.ts'
import type { Task } from './commit-queue.ts'
import type { Directory } from './directory.ts'
import type { LogBook } from './log-book.ts'
import type { MenuShelf } from './menu-shelf.ts'
import { viewOrder, type OrderView } from './order-view.ts'
import type { PushedFact } from './pushed-fact.ts'
import { verdictReports } from './leaf-reports.ts'
import { openOrder, orderLeaves } from './stored-order.ts'
import { leavesOf } from './stored-record.ts'

/** An order on the desk: what is stored, and what the batch has added. */
export interface OrderWork extends Working {
  /** With `facts` and `verdicts` of its own, to which the batch adds. */
  readonly document: OrderDocument
  readonly facts: Record<FactId, Fact>
  readonly verdicts: Record<FactId, Verdict>
  readonly view: OrderView
  changed: boolean
  /** What the leaves contradict each other in; stored before the order is. */
  readonly reports: readonly Conflict[]
}

interface OrderDeskPorts extends Pick<AuthorityPorts, 'branch' | 'clock' | 'sealer' | 'mistakes' | 'log'> {
  readonly directory: Directory
  readonly shelf: MenuShelf
  readonly logs: LogBook
  epoch(): string
  keepReports(reports: readonly Conflict[]): Promise<void>
}

export interface OrderDesk extends Desk<OrderWork> {
  task(actor: Actor, pushed: PushedFact): Task<OrderWork, Admission>
}

export function createOrderDesk(ports: OrderDeskPorts): OrderDesk {
  return {
    async prepare(needed, opened) {
      await ports.directory.refresh()
      await ports.shelf.fetch(needed)
      await ports.keepReports(opened.flatMap(({ reports }) => reports))
    },
    open(id, stored) {
      const leaves = leavesOf(stored)
      const whole = openOrder(id, leaves === 'kept' && stored ? { ...stored, losers: [] } : stored)
      const facts = { ...whole.facts }
      const verdicts = { ...whole.verdicts }
      const document = { ...whole, facts, verdicts }
      const isFolded = stored !== null && leaves === 'folded'
      const reports = isFolded ? verdictReports(whole, orderLeaves(stored)) : []
      if (isFolded) {
        // What replication brought is said in logs that this server keeps book of.
        for (const fact of Object.values(facts)) ports.logs.learn(fact)
        ports.log({ event: 'leaves.united', collection: 'orders', document: id })
      }
      return { document, facts, verdicts, view: viewOrder(document), changed: isFolded, leaves, reports }
    },
    finish({ document, changed }) {
      return changed ? { body: document, header: orderHeader(document, null) } : null
    },
    task: (actor, pushed) => ({
      document: pushed.fact.order,
      needs: ({ view }) => menuIdsOf(pushed.fact, view),
      apply: (work) => judge(ports, actor, pushed, work),
    }),
  }
}

function judge(ports: OrderDeskPorts, actor: Actor, pushed: PushedFact, work: OrderWork): Admission {
  const { directory, shelf, logs, mistakes } = ports
  const terminal = directory.terminal(actor.terminal)
  const admission = admit(pushed, {
    actor,
    isEnrolled: terminal !== null && !terminal.revokedAt && terminal.deleted !== true,
    branch: ports.branch,
    now: ports.clock.now(),
    epoch: ports.epoch(),
    document: work.document,
    order: work.view,
    occupant: (fact) => logs.occupant(fact),
    hashBefore: (fact) => logs.hashBefore(fact),
    person: (id) => directory.person(id),
    rights: directory.rights(),
    version: (id) => shelf.version(id),
    dish: (id) => shelf.dish(id),
    sealer: ports.sealer,
    mistakes,
  })
  if (admission.is === 'judged') {
    const { fact, hash, verdict } = admission
    logs.claim(fact, hash)
    if (verdict.code === 'fact.forked') {
      ports.log({ event: 'fact.forked', terminal: fact.terminal, incarnation: fact.incarnation, n: fact.n })
    }
    work.facts[fact.id] = fact
    work.verdicts[fact.id] = verdict
    work.view.add(fact)
    work.changed = true
  }
  return admission
}

/** The dishes and versions that judging a fact needs; a change of a line needs those that the line was sent with. */
function menuIdsOf(fact: Fact, view: OrderView): readonly string[] {
  const known = knownFact(fact)
  if (known?.kind === 'roundSent') return known.body.lines.flatMap(({ dish, version }) => [dish, version])
  if (known?.kind !== 'lineAmended' && known?.kind !== 'priceSet') return []
  return (view.lines.get(known.body.line) ?? []).map(({ version }) => version)
}
