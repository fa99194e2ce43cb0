import type { BranchId, IncarnationId } from '../kernel/index.ts'
import {
  PROTOCOL,
  type FactLog,
  type HandshakeResponse,
  type PlatformClock,
  type ServerLink,
  type StreamMessage,
  type SyncedCollection,
  type Timers,
} from '../sync/index.ts'
import type { EngineMistakes } from './engine-ports.ts'
import type { Life } from './life.ts'
import type { LinkSign } from './link-sign.ts'
import { openStream, type OpenedStream } from './open-stream.ts'
import type { OwnFacts } from './own-facts.ts'
import type { ExchangeFailure, Session } from './session.ts'
import type { StepEnd } from './worker.ts'

export interface ConnectionParts {
  readonly branch: BranchId
  readonly life: Life
  readonly link: ServerLink
  readonly log: FactLog
  readonly clock: PlatformClock
  readonly timers: Timers
  readonly session: Session
  readonly own: OwnFacts
  readonly sign: LinkSign
  /** This log was copied or restored: its numbers are taken. */
  behind(incarnation: IncarnationId): Promise<void>
  /** The server may have anything new. */
  connected(): void
  signalled(collections: readonly SyncedCollection[]): void
  /** The link works: forget earlier failures. */
  streaming(): void
  readonly mistakes?: EngineMistakes | undefined
}

/** The server beats at least every 5 s; who asks to try now need not wait longer than that. */
const BEAT_MS = 6_000

/** Handshake, then the one stream for as long as it lasts, then again. */
export class Connection {
  readonly #parts: ConnectionParts
  #stream: OpenedStream | null = null
  #isToRenew = false

  constructor(parts: ConnectionParts) {
    this.#parts = parts
  }

  async step(): Promise<StepEnd> {
    const { life, session, sign, connected } = this.#parts
    this.#isToRenew = false
    sign.connection('connecting')
    const hands = await this.#shakeHands()
    if (typeof hands === 'string') return hands
    session.settle()
    connected()
    if (this.#isToRenew) return 'again'
    const how = await this.#open().over
    this.#stream = null
    if (!life.alive) return 'idle'
    if (how === 'renew') return 'again'
    sign.connection('offline')
    return 'retry'
  }

  /** Shakes hands anew: the epoch or this log's identity has changed. */
  renew(): void {
    this.#isToRenew = true
    this.#stream?.finish('renew')
  }

  /** Gives the stream up unless it was heard lately. Returns whether it stands. */
  check(): boolean {
    if (!this.#stream) return false
    if (this.#parts.clock.monotonic() - this.#stream.heardAt() < BEAT_MS) return true
    this.#stream.finish('renew')
    return false
  }

  close(): void {
    this.#stream?.finish('ended')
  }

  async #shakeHands(): Promise<StepEnd | HandshakeResponse> {
    const { life, log, link, branch, own, session, sign, behind, mistakes } = this.#parts
    const tail = await life.local(() => log.tail())
    const answer = await session.exchange(() =>
      link.handshake({
        protocol: PROTOCOL,
        branch,
        incarnation: tail.incarnation,
        n: tail.n,
        hash: tail.hash,
        decided: own.decidedThrough(tail),
        epoch: session.epoch,
      }),
    )
    if (!life.alive) return 'idle'
    if (!answer.ok) return this.#failed(answer.code, answer.detail)
    sign.unblock('server')
    if (answer.value.standing === 'continue' || mistakes?.has('number-reused-after-crash')) return answer.value
    await life.local(() => behind(tail.incarnation))
    return 'again'
  }

  #failed(code: ExchangeFailure, detail: string | undefined): StepEnd {
    const { sign } = this.#parts
    if (code === 'link.stale') return 'again'
    if (code === 'link.rejected') sign.block('server', { by: 'server', reason: detail ?? code })
    else sign.unblock('server')
    sign.connection(code === 'link.unauthorised' ? 'unauthorised' : 'offline')
    return code === 'link.unauthorised' || code === 'link.rejected' ? 'slow' : 'retry'
  }

  #open(): OpenedStream {
    const { generation } = this.#parts.session
    this.#stream = openStream({
      ...this.#parts,
      hear: (message, isFirst) => this.#hear(message, isFirst, generation),
    })
    return this.#stream
  }

  #hear(message: StreamMessage, isFirst: boolean, openedIn: number): void {
    const { sign, session, streaming, connected, signalled } = this.#parts
    session.heard()
    if (isFirst) {
      sign.connection('online')
      streaming()
      // What changed between the first pulls and this moment was signalled to nobody.
      connected()
    }
    if (message.type === 'changed') signalled(message.collections)
    else session.meet(message.epoch, openedIn)
  }
}
