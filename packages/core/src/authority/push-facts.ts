import type { FactOutcome } from '../sync/index.ts'
import type { Admission } from './admit.ts'
import type { Actor } from './authority-ports.ts'
import type { CommitQueue, Settled } from './commit-queue.ts'
import type { FileLetters, FiledLetter, Undeliverable } from './dead-letters.ts'
import type { LogBook } from './log-book.ts'
import type { OrderDesk, OrderWork } from './order-desk.ts'
import { parsePushedFact, type PushedFact } from './pushed-fact.ts'

export interface PushFactsPorts {
  readonly desk: OrderDesk
  readonly orders: CommitQueue<OrderWork>
  readonly logs: LogBook
  readonly fileLetters: FileLetters
}

interface Entry {
  readonly index: number
  readonly item: unknown
  readonly pushed: PushedFact | null
  readonly problem?: Omit<Undeliverable, 'item'>
}

/** A1 to A12: decides each fact of a push by itself. One outcome for each item, in their order. */
export async function pushFacts(
  ports: PushFactsPorts,
  actor: Actor,
  items: readonly unknown[],
): Promise<FactOutcome[]> {
  const entries = items.map(readEntry)
  const readable = entries.flatMap(({ index, pushed }) => (pushed ? [{ index, pushed }] : []))
  const settled = await ports.orders.submit(readable.map(({ pushed }) => ports.desk.task(actor, pushed)))
  const byIndex = new Map(readable.map(({ index }, at) => [index, settled[at]]))
  const outcomes = entries.map((entry) => decided(ports, entry, byIndex.get(entry.index)))
  const letters = outcomes.flatMap((outcome) => ('undeliverable' in outcome ? [outcome] : []))
  const filed = await ports.fileLetters(
    actor,
    letters.map(({ undeliverable }) => undeliverable),
  )
  const letterOf = new Map(letters.map(({ index }, at) => [index, filed[at] ?? null]))
  return outcomes.map((outcome) =>
    'undeliverable' in outcome ? lettered(outcome, letterOf.get(outcome.index) ?? null) : outcome,
  )
}

function readEntry(item: unknown, index: number): Entry {
  const parsed = parsePushedFact(item)
  if (parsed.ok) return { index, item, pushed: parsed.value }
  return { index, item, pushed: null, problem: { code: parsed.code, detail: parsed.detail } }
}

interface Lettered {
  readonly index: number
  readonly undeliverable: Undeliverable
}

function decided(ports: PushFactsPorts, entry: Entry, settled: Settled<Admission> | undefined): FactOutcome | Lettered {
  const { index, item, pushed, problem } = entry
  if (!pushed) return { index, undeliverable: { item, code: 'fact.malformed', ...problem } }
  if (!settled || settled.state === 'retry') return { outcome: 'retry', index }
  if (settled.state === 'refused')
    return { index, undeliverable: { item, code: 'store.refused', detail: settled.reason } }
  const admission = settled.outcome
  if (admission.is === 'deadLetter') return { index, undeliverable: { item, code: admission.code } }
  ports.logs.learn(pushed.fact)
  return { outcome: 'decided', order: pushed.fact.order, verdict: admission.verdict }
}

function lettered({ index, undeliverable }: Lettered, filed: FiledLetter | null): FactOutcome {
  if (!filed) return { outcome: 'retry', index }
  const { letter, n } = filed
  return { outcome: 'deadLetter', index, ...(n !== null && { n }), code: undeliverable.code, letter }
}
