import { err, type Result } from '../kernel/index.ts'
import type { LinkFailure, PlatformClock } from '../sync/index.ts'
import type { EngineState } from './engine-state.ts'
import type { StatusBoard } from './engine-status.ts'
import type { Life } from './life.ts'
import { createSerial } from './serial.ts'
import type { TerminalClock } from './terminal-clock.ts'

/** `link.stale`: the answer belongs to a time before a new epoch was noticed, or has just brought one. Ask again. */
export type ExchangeFailure = LinkFailure | 'link.stale'

interface Answer {
  readonly epoch: string
  readonly serverTime: number
}

/** The conversation with the server: which epoch it is in, and what every answer teaches. */
export interface Session {
  readonly epoch: string | null
  /** Goes up with each epoch. What was asked in an earlier generation says nothing about this one (E8). */
  readonly generation: number
  /** The server has told this run who we are to it; before that nothing is pushed or pulled. */
  readonly settled: boolean
  settle(): void
  unsettle(): void
  /** Resolves when what a new epoch asks for has been done. */
  ready(): Promise<void>
  /** Sends a request. Every answer passes here: it sets the clock, shows that the server lives, and may bring a new epoch. */
  exchange<T extends Answer>(send: () => Promise<Result<T, LinkFailure>>): Promise<Result<T, ExchangeFailure>>
  /** What a stream says about the epoch, and the generation in which it was opened. */
  meet(epoch: string, generation: number): void
  heard(): void
  /** Continues where the stored epoch left off. */
  restore(epoch: string | null): void
}

export interface SessionParts {
  readonly life: Life
  readonly clock: PlatformClock
  readonly time: TerminalClock
  readonly state: EngineState
  readonly board: StatusBoard
  /** Everything that was decided counts as undecided again; called before the new epoch is used for anything. */
  startOver(): Promise<void>
  /** A new epoch was noticed; whatever is under way belongs to the former. */
  adopted(): void
  unauthorised(): void
}

/** Smaller drifts of the clock are not worth a write. */
const OFFSET_STEP_MS = 500

export function createSession(parts: SessionParts): Session {
  const { life, clock, time, state, board } = parts
  const inTurn = createSerial()
  let epoch: string | null = null
  let generation = 0
  let settled = false
  let unfinished: (() => Promise<void>) | null = null
  let savedOffset: number | null = null

  /** E8: notes first that everything has to be sent again, then the epoch, so that no crash forgets the one and keeps the other. */
  function adopt(next: string): void {
    const first = epoch === null
    epoch = next
    generation += 1
    board.update({ epoch })
    unfinished = async () => {
      await state.saveEpoch({ epoch: next, resend: !first })
      if (!first) await parts.startOver()
      unfinished = null
    }
    if (!first) parts.adopted()
  }

  async function finishAdoption(): Promise<void> {
    if (unfinished) await life.local(() => inTurn(async () => unfinished?.()))
  }

  async function keepOffset(): Promise<void> {
    const offset = time.offset()
    if (savedOffset !== null && Math.abs(offset - savedOffset) < OFFSET_STEP_MS) return
    savedOffset = offset
    await life.local(() => state.saveClockOffset(offset))
  }

  function heard(): void {
    board.update({ heardAt: clock.monotonic() })
  }

  return {
    get epoch() {
      return epoch
    },
    get generation() {
      return generation
    },
    get settled() {
      return settled
    },
    settle() {
      settled = true
    },
    unsettle() {
      settled = false
    },
    heard,
    ready: finishAdoption,
    restore(stored) {
      epoch = stored
      board.update({ epoch })
    },
    async exchange(send) {
      await finishAdoption()
      const asked = generation
      const sentAt = clock.monotonic()
      const answer = await send()
      if (!life.alive) return err('link.stale')
      if (!answer.ok) {
        if (answer.code === 'link.unauthorised') parts.unauthorised()
        return answer
      }
      heard()
      time.learn(answer.value.serverTime, sentAt, clock.monotonic())
      await keepOffset()
      if (asked !== generation) return err('link.stale')
      if (answer.value.epoch === epoch) return answer
      const first = epoch === null
      adopt(answer.value.epoch)
      await finishAdoption()
      return first ? answer : err('link.stale')
    },
    meet(said, openedIn) {
      if (openedIn === generation && said !== epoch) adopt(said)
    },
  }
}
