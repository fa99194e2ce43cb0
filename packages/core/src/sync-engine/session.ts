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

/** The conversation with the server: which epoch it is in, and what every answer teaches. */
export class Session {
  readonly #parts: SessionParts
  readonly #inTurn = createSerial()
  #epoch: string | null = null
  #generation = 0
  #settled = false
  #unfinished: (() => Promise<void>) | null = null
  #savedOffset: number | null = null

  constructor(parts: SessionParts) {
    this.#parts = parts
  }

  get epoch(): string | null {
    return this.#epoch
  }

  /** Goes up with each epoch. What was asked in an earlier generation says nothing about this one (E8). */
  get generation(): number {
    return this.#generation
  }

  /** The server has told this run who we are to it; before that nothing is pushed or pulled. */
  get settled(): boolean {
    return this.#settled
  }

  settle(): void {
    this.#settled = true
  }

  unsettle(): void {
    this.#settled = false
  }

  heard(): void {
    const { board, clock } = this.#parts
    board.update({ heardAt: clock.monotonic() })
  }

  /** Continues where the stored epoch left off. */
  restore(epoch: string | null): void {
    this.#epoch = epoch
    this.#parts.board.update({ epoch })
  }

  /** Resolves when what a new epoch asks for has been done. */
  async ready(): Promise<void> {
    if (this.#unfinished) await this.#parts.life.local(() => this.#inTurn(async () => this.#unfinished?.()))
  }

  /** Sends a request. Every answer passes here: it sets the clock, shows that the server lives, and may bring a new epoch. */
  async exchange<T extends Answer>(send: () => Promise<Result<T, LinkFailure>>): Promise<Result<T, ExchangeFailure>> {
    const { life, clock, unauthorised } = this.#parts
    await this.ready()
    const asked = this.#generation
    const sentAt = clock.monotonic()
    const answer = await send()
    if (!life.alive) return err('link.stale')
    if (!answer.ok) {
      if (answer.code === 'link.unauthorised') unauthorised()
      return answer
    }
    await this.#learn(answer.value.serverTime, sentAt)
    if (asked !== this.#generation) return err('link.stale')
    if (answer.value.epoch === this.#epoch) return answer
    const isFirst = this.#epoch === null
    this.#adopt(answer.value.epoch)
    await this.ready()
    return isFirst ? answer : err('link.stale')
  }

  /** What a stream says about the epoch, and the generation in which it was opened. */
  meet(epoch: string, openedIn: number): void {
    if (openedIn === this.#generation && epoch !== this.#epoch) this.#adopt(epoch)
  }

  /** E8: notes first that everything has to be sent again, then the rest, so that no crash forgets the one and keeps the other. */
  #adopt(epoch: string): void {
    const { board, state, startOver, adopted } = this.#parts
    const isFirst = this.#epoch === null
    this.#epoch = epoch
    this.#generation += 1
    board.update({ epoch })
    const finish = async () => {
      await state.saveEpoch({ epoch, resend: !isFirst })
      if (!isFirst) await startOver()
      if (this.#unfinished === finish) this.#unfinished = null
    }
    this.#unfinished = finish
    if (!isFirst) adopted()
  }

  async #learn(serverTime: number, sentAt: number): Promise<void> {
    const { life, clock, time, state } = this.#parts
    this.heard()
    time.learn(serverTime, sentAt, clock.monotonic())
    const offset = time.offset()
    if (this.#savedOffset !== null && Math.abs(offset - this.#savedOffset) < OFFSET_STEP_MS) return
    await life.local(() => state.saveClockOffset(offset))
    this.#savedOffset = offset
  }
}
