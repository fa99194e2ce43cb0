import type { IdSource, OrderId } from '../kernel/index.ts'
import type { Fact, OrderDocument } from '../orders/index.ts'
import type { FactLog, LogBreak, LogPlace, TerminalStore } from '../sync/index.ts'
import type { EngineMistakes } from './engine-ports.ts'
import type { EngineState } from './engine-state.ts'
import type { OwnFacts } from './own-facts.ts'
import type { Owed } from './pusher.ts'
import type { TerminalClock } from './terminal-clock.ts'

export interface OpeningParts {
  readonly log: FactLog
  readonly store: TerminalStore
  readonly state: EngineState
  readonly own: OwnFacts
  readonly time: TerminalClock
  readonly ids: IdSource
  readonly owed: Owed
  readonly mistakes?: EngineMistakes | undefined
}

const PAGE = 500

/**
 * E14: whether log and store belong together. A log that lacks what the store has already applied would give numbers a second time: it
 * begins a new incarnation, and what only the store still has is sent from there.
 */
export async function checkContinuity({ log, state, ids, owed, mistakes }: OpeningParts): Promise<LogBreak | null> {
  const applied = await state.applied()
  const found = applied ? await breakBetween(log, applied) : null
  owed.orphans = (await state.orphans()) || found !== null || log.breaks.length > 0
  if (owed.orphans) await state.saveOrphans(true)
  if (found === 'log.behind' && !mistakes?.has('number-reused-after-crash')) {
    await log.startIncarnation(ids.next('incarnation'))
  }
  return found
}

async function breakBetween(log: FactLog, applied: LogPlace): Promise<LogBreak | null> {
  const tail = await log.tail()
  if (applied.incarnation === tail.incarnation) return applied.n > tail.n ? 'log.behind' : null
  if (applied.n === 0 || tail.n > 0) return null
  const [kept] = await log.read(null, 1)
  return kept ? null : 'log.missing'
}

/** E1: reads the whole log, and judges each fact by the verdicts that the store has, unless everything is to be answered again (E8). */
export async function readOwnFacts({ log, store, own, owed, time }: OpeningParts): Promise<void> {
  let place: LogPlace | null = null
  for (;;) {
    const facts: readonly Fact[] = await log.read(place, PAGE)
    own.add(facts)
    for (const fact of facts) time.resume(fact.at)
    const orders = await store.readOrders([...new Set(facts.map((fact) => fact.order))])
    if (owed.resend) own.weigh(orders)
    else own.judge(orders)
    const last = facts.at(-1)
    if (!last || facts.length < PAGE) break
    place = { incarnation: last.incarnation, n: last.n }
  }
  if (owed.orphans || owed.resend) await readKept(store, own, owed.resend)
}

/**
 * Facts of this terminal that its log has lost, or dropped after a week: the store is then their only place here. Those that the server may
 * never have had, or all of them when it began anew (E8).
 */
async function readKept(store: TerminalStore, own: OwnFacts, isJudgedToo: boolean): Promise<void> {
  let after: OrderId | null = null
  for (;;) {
    const orders: readonly OrderDocument[] = await store.listOrders(after, PAGE)
    for (const order of orders) own.addKept(order, isJudgedToo)
    const last = orders.at(-1)
    if (!last || orders.length < PAGE) return
    after = last.id
  }
}
