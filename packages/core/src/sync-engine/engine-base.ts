import { createIdSource, type IdSource, type IncarnationId } from '../kernel/index.ts'
import type { LogBreak } from '../sync/index.ts'
import type { EnginePorts, TerminalIdentity } from './engine-ports.ts'
import { createEngineState, type EngineState } from './engine-state.ts'
import type { RefusedEdit, StatusBoard } from './engine-status.ts'
import { createLife, type Life } from './life.ts'
import { createLinkSign, type LinkSign } from './link-sign.ts'
import { OwnFacts } from './own-facts.ts'
import type { Owed } from './pusher.ts'
import type { TerminalClock } from './terminal-clock.ts'
import { createWorkers, type Workers } from './workers.ts'

/** What every part of one run shares. */
export interface EngineBase extends EnginePorts, TerminalIdentity {
  readonly board: StatusBoard
  readonly time: TerminalClock
  readonly life: Life
  readonly sign: LinkSign
  readonly ids: IdSource
  readonly state: EngineState
  readonly own: OwnFacts
  readonly owed: Owed
  readonly workers: Workers
  showOwn(): void
  showEdits(): Promise<void>
  broke(found: LogBreak): void
  /** E14: this incarnation's numbers are taken; nothing more is written under it. */
  leaveIncarnation(incarnation: IncarnationId): Promise<void>
  /** E11: keeps what the person wanted, before the document is restored. */
  keepRefused(edit: RefusedEdit): Promise<void>
}

export interface BaseParts {
  readonly ports: EnginePorts
  readonly identity: TerminalIdentity
  readonly board: StatusBoard
  readonly time: TerminalClock
}

export function createEngineBase({ ports, identity, board, time }: BaseParts): EngineBase {
  const { log, store, timers, entropy } = ports
  const life = createLife()
  const sign = createLinkSign(board)
  const ids = createIdSource({ now: () => time.now(), random: entropy })
  const own = new OwnFacts(identity.terminal)
  const state = createEngineState(store)

  function broke(found: LogBreak): void {
    board.update({ breaks: [...board.read().breaks, found] })
  }

  return {
    ...ports,
    ...identity,
    board,
    time,
    life,
    sign,
    ids,
    state,
    own,
    owed: { resend: false, orphans: false },
    workers: createWorkers({ life, timers, entropy, sign }),
    showOwn: () => board.update(own.counts()),
    async showEdits() {
      if (!life.alive) return
      const pending = await life.local(() => store.pendingEdits())
      board.update({ pendingEdits: pending.length })
    },
    broke,
    async leaveIncarnation(incarnation) {
      const tail = await log.tail()
      if (tail.incarnation !== incarnation) return
      await log.startIncarnation(ids.next('incarnation'))
      broke('log.behind')
    },
    async keepRefused(edit) {
      const known = await state.refusedEdits()
      if (known.some((each) => each.edit === edit.edit)) return
      const all = [...known, edit]
      await state.saveRefusedEdits(all)
      board.update({ refusedEdits: all })
    },
  }
}
