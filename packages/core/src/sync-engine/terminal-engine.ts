import type { DayRule, EditId, EpochMs, JsonObject, OrderId, PersonId, Result } from '../kernel/index.ts'
import { err } from '../kernel/index.ts'
import type { Fact, FactDraft } from '../orders/index.ts'
import type { EditedCollection, LinkFailure } from '../sync/index.ts'
import { EditError } from './edits.ts'
import { createEngineBase } from './engine-base.ts'
import type { EnginePorts, TerminalIdentity } from './engine-ports.ts'
import { createEngineRun, type EngineRun } from './engine-run.ts'
import { createStatusBoard, type EngineStatus } from './engine-status.ts'
import { RecordError } from './recorder.ts'
import { createTerminalClock, type TerminalClock } from './terminal-clock.ts'
import { tidyLog, tidyOrders, type Tidied } from './tidy.ts'

/** What a terminal does with its facts and its picture of the restaurant, online or not. The rules are in SPEC.md. */
export interface TerminalEngine {
  /** The time for commands, and for the facts they make. */
  readonly time: TerminalClock
  /** Resolves when this terminal knows what it had; the server has no part in it. Starting twice is starting once. */
  start(): Promise<void>
  /** Resolves when nothing of the engine runs any more. `start` begins anew. */
  stop(): Promise<void>
  /**
   * E2: resolves with the facts as they are in the log, once they are durable there and visible in the store. Rejects with `RecordError`
   * (`record.notSaved`) when the log did not take them, and only then.
   */
  record(drafts: readonly FactDraft[]): Promise<readonly Fact[]>
  /** E11: resolves when the document and its pending edit are in the store. Rejects with `EditError` (`edit.notSaved`). */
  edit(collection: EditedCollection, next: JsonObject & { readonly id: string }, person: PersonId): Promise<void>
  /** E9: looks orders up at the server that are not here; resolves when what it has is in the store. */
  fetchOrders(orders: readonly OrderId[]): Promise<Result<null, LinkFailure>>
  /** Try everything now: the person asks, the platform says the network is back, or another window has written. */
  nudge(): void
  /** E15, for closing time. Never touches what is undecided, to be paid or referred to. */
  tidy(now: EpochMs, rule: DayRule): Promise<Tidied>
  status(): EngineStatus
  onStatus(listener: (status: EngineStatus) => void): () => void
  /** The person has seen that this edit was refused. */
  dismissRefused(edit: EditId): Promise<void>
}

const NOTHING_TIDIED: Tidied = { droppedFacts: 0, removedOrders: 0 }

export function createTerminalEngine(ports: EnginePorts, identity: TerminalIdentity): TerminalEngine {
  const board = createStatusBoard()
  const time = createTerminalClock(ports.clock)
  let run: EngineRun | null = null

  return {
    time,
    async start() {
      run ??= createEngineRun(createEngineBase({ ports, identity, board, time }))
      await run.open()
    },
    async stop() {
      const stopping = run
      run = null
      await stopping?.stop()
      board.update({ link: 'offline', blockedBy: null })
    },
    async record(drafts) {
      if (!run) throw new RecordError('the engine is stopped')
      return run.recorder.record(drafts)
    },
    async edit(collection, next, person) {
      const edits = run?.edits.get(collection)
      if (!edits) throw new EditError('the engine is stopped')
      await edits.edit({ collection, next, person })
      run?.base.workers.wake(collection)
    },
    async fetchOrders(orders) {
      return run ? run.fetcher.fetchNow(orders) : err('link.offline', 'the engine is stopped')
    },
    nudge: () => run?.nudge(),
    async tidy(now, rule) {
      if (!run) return NOTHING_TIDIED
      const { life, log, store, own, owed } = run.base
      // What is to be sent again, or only the store has, is not over (E8, E14).
      if (owed.resend || owed.orphans) return NOTHING_TIDIED
      return life.local(async () => ({
        droppedFacts: await tidyLog(log, own, now),
        removedOrders: await tidyOrders(store, own, now, rule),
      }))
    },
    status: board.read,
    onStatus: board.listen,
    async dismissRefused(edit) {
      await run?.base.life.local(async () => {
        const left = board.read().refusedEdits.filter((each) => each.edit !== edit)
        await run?.base.state.saveRefusedEdits(left)
        board.update({ refusedEdits: left })
      })
    },
  }
}
