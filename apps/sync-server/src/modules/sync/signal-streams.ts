import type { Response } from 'express'
import type { StreamMessage, SyncedCollection } from '@orderez/core/sync'
import type { Session } from '../../http/authenticate.ts'

const BEAT_MS = 5_000
/** A reader this far behind is cut off; it opens a new stream and pulls. */
const MAX_BUFFERED_BYTES = 64_000

export interface SignalStreams {
  /** Starts a stream of one JSON message a line, which ends with the session at the latest. */
  open(response: Response, session: Session): void
  changed(collections: readonly SyncedCollection[]): void
  closeAll(): void
}

/** The open streams of all terminals. Signals only: documents travel by pull. The first line is a beat, so that an open stream is proved at once. */
export function createSignalStreams(ports: {
  epoch(): string
  now(): number
  /** Asked again whenever the branch's records change: a revoked terminal hears nothing more. */
  mayListen(session: Session): Promise<boolean>
  /** Nobody could tell whether they may; the streams go on, they carry no documents. */
  failed(cause: unknown): void
  beatMs?: number
}): SignalStreams {
  const open = new Map<Response, Session>()

  function beat(): StreamMessage {
    return { type: 'beat', epoch: ports.epoch(), serverTime: ports.now() }
  }
  function end(response: Response): void {
    open.delete(response)
    response.end()
  }
  function send(response: Response, line: string): void {
    if (response.writableLength <= MAX_BUFFERED_BYTES) return void response.write(line)
    open.delete(response)
    response.destroy()
  }
  function toAll(message: StreamMessage): void {
    const line = lineOf(message)
    for (const response of open.keys()) send(response, line)
  }
  function endExpired(): void {
    for (const [response, { expiresAt }] of open) if (expiresAt <= ports.now()) end(response)
  }
  async function endUnwelcome(): Promise<void> {
    const asked = [...open].map(async ([response, session]) => {
      if (!(await ports.mayListen(session))) end(response)
    })
    await Promise.all(asked)
  }

  const timer = setInterval(() => {
    endExpired()
    toAll(beat())
  }, ports.beatMs ?? BEAT_MS)
  timer.unref()

  return {
    open(response, session) {
      response.status(200).setHeader('content-type', 'application/x-ndjson')
      response.setHeader('cache-control', 'no-store')
      open.set(response, session)
      response.once('close', () => open.delete(response))
      send(response, lineOf(beat()))
    },
    changed(collections) {
      toAll({ type: 'changed', collections: [...collections] })
      if (collections.includes('branch')) endUnwelcome().catch(ports.failed)
    },
    closeAll() {
      clearInterval(timer)
      for (const response of open.keys()) end(response)
    },
  }
}

function lineOf(message: StreamMessage): string {
  return `${JSON.stringify(message)}\n`
}
