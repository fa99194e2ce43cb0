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

/** E13: who heard nothing for this long has no connection, whatever the platform says. */
export const SILENCE_MS = 15_000
/** The server beats at least every 5 s; somebody who asks to try now need not wait longer than that. */
const BEAT_MS = 6_000

type StreamEnd = 'ended' | 'renew'

export interface Connection {
  /** Handshake, then the stream for as long as it lasts. */
  step(): Promise<StepEnd>
  /** Shakes hands anew: the epoch or this log's identity has changed. */
  renew(): void
  /** Gives the stream up unless it was heard lately. Returns whether it stands. */
  check(): boolean
  close(): void
}

export function createConnection(parts: ConnectionParts): Connection {
  const { life, session, sign, clock } = parts
  let end: ((how: StreamEnd) => void) | null = null
  let heardAt = 0
  let renewing = false

  async function shakeHands(): Promise<StepEnd | HandshakeResponse> {
    const tail = await life.local(() => parts.log.tail())
    const answer = await session.exchange(() =>
      parts.link.handshake({
        protocol: PROTOCOL,
        branch: parts.branch,
        incarnation: tail.incarnation,
        n: tail.n,
        hash: tail.hash,
        decided: parts.own.decidedThrough(tail),
        epoch: session.epoch,
      }),
    )
    if (!life.alive) return 'idle'
    if (!answer.ok) return failed(answer.code, answer.detail)
    sign.unblock('server')
    if (answer.value.standing === 'continue' || parts.mistakes?.has('number-reused-after-crash')) return answer.value
    await life.local(() => parts.behind(tail.incarnation))
    return 'again'
  }

  function failed(code: ExchangeFailure, detail: string | undefined): StepEnd {
    if (code === 'link.stale') return 'again'
    if (code === 'link.rejected') sign.block('server', { by: 'server', reason: detail ?? code })
    else sign.unblock('server')
    sign.connection(code === 'link.unauthorised' ? 'unauthorised' : 'offline')
    return code === 'link.unauthorised' || code === 'link.rejected' ? 'slow' : 'retry'
  }

  /** Resolves when the stream is over; by then nothing of it is left. */
  function streamUntilEnd(): Promise<StreamEnd> {
    const opened = session.generation
    const { promise, resolve } = Promise.withResolvers<StreamEnd>()
    let first = true
    let over = false
    let stream: { close(): void } | null = null
    let cancelSilence = () => {}

    function finish(how: StreamEnd): void {
      if (over) return
      over = true
      end = null
      cancelSilence()
      stream?.close()
      resolve(how)
    }

    function listenOn(): void {
      cancelSilence()
      heardAt = clock.monotonic()
      cancelSilence = parts.timers.after(SILENCE_MS, () => finish('ended'))
    }

    end = finish
    listenOn()
    stream = parts.link.openStream({
      message(message) {
        if (over) return
        listenOn()
        if (first) welcome()
        first = false
        hear(message, opened)
      },
      end: () => finish('ended'),
    })
    if (over) stream.close()
    if (renewing) finish('renew')
    return promise
  }

  function welcome(): void {
    sign.connection('online')
    parts.streaming()
    // What changed between the first pulls and this moment was signalled to nobody.
    parts.connected()
  }

  function hear(message: StreamMessage, opened: number): void {
    session.heard()
    if (message.type === 'changed') parts.signalled(message.collections)
    else session.meet(message.epoch, opened)
  }

  return {
    async step() {
      renewing = false
      sign.connection('connecting')
      const hands = await shakeHands()
      if (typeof hands === 'string') return hands
      session.settle()
      parts.connected()
      const how = await streamUntilEnd()
      if (!life.alive) return 'idle'
      if (how === 'renew') return 'again'
      sign.connection('offline')
      return 'retry'
    },
    renew() {
      renewing = true
      end?.('renew')
    },
    check() {
      const stands = end !== null && clock.monotonic() - heardAt < BEAT_MS
      if (!stands) end?.('renew')
      return stands
    },
    close() {
      end?.('ended')
    },
  }
}
