import type { PlatformClock, ServerLink, StreamMessage, Timers } from '../sync/index.ts'

/** E13: who heard nothing for this long has no connection, whatever the platform says. */
const SILENCE_MS = 15_000

export type StreamEnd = 'ended' | 'renew'

export interface OpenedStream {
  /** Resolves when the stream is over; by then nothing of it is left. */
  readonly over: Promise<StreamEnd>
  finish(how: StreamEnd): void
  /** Monotonic ms of the last message, or of the opening. */
  heardAt(): number
}

export interface StreamParts {
  readonly link: ServerLink
  readonly clock: PlatformClock
  readonly timers: Timers
  /** `isFirst`: the stream stands now. */
  hear(message: StreamMessage, isFirst: boolean): void
}

/** One stream until it ends, is given up, or falls silent. */
export function openStream({ link, clock, timers, hear }: StreamParts): OpenedStream {
  const { promise, resolve } = Promise.withResolvers<StreamEnd>()
  let isFirst = true
  let isOver = false
  let heardAt = 0
  let stream: { close(): void } | null = null
  let cancelSilence = () => {}

  function finish(how: StreamEnd): void {
    if (isOver) return
    isOver = true
    cancelSilence()
    stream?.close()
    resolve(how)
  }

  function listenOn(): void {
    cancelSilence()
    heardAt = clock.monotonic()
    cancelSilence = timers.after(SILENCE_MS, () => finish('ended'))
  }

  listenOn()
  stream = link.openStream({
    message(message) {
      if (isOver) return
      listenOn()
      const wasFirst = isFirst
      isFirst = false
      hear(message, wasFirst)
    },
    end: () => finish('ended'),
  })
  // It may have ended while it was being opened.
  if (isOver) stream.close()
  return { over: promise, finish, heardAt: () => heardAt }
}
