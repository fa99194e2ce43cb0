import type { Response } from 'express'
import type { StreamMessage, SyncedCollection } from '@orderez/core/sync'

const BEAT_MS = 5_000
/** A reader this far behind is cut off; it opens a new stream and pulls. */
const MAX_BUFFERED_BYTES = 64_000

export interface SignalStreams {
  /** Starts a stream of one JSON message a line. Returns what closes it; closing twice is harmless. */
  open(response: Response): () => void
  changed(collections: readonly SyncedCollection[]): void
  closeAll(): void
}

/** The open streams of all terminals. Signals only: documents travel by pull. The first line is a beat, so that an open stream is proved at once. */
export function createSignalStreams(ports: { epoch(): string; now(): number }): SignalStreams {
  const open = new Set<Response>()

  function beat(): StreamMessage {
    return { type: 'beat', epoch: ports.epoch(), serverTime: ports.now() }
  }
  function send(response: Response, line: string): void {
    if (response.writableLength > MAX_BUFFERED_BYTES) response.destroy()
    else response.write(line)
  }
  function toAll(message: StreamMessage): void {
    const line = `${JSON.stringify(message)}\n`
    for (const response of open) send(response, line)
  }

  const timer = setInterval(() => toAll(beat()), BEAT_MS)
  timer.unref()

  return {
    open(response) {
      response.status(200).setHeader('content-type', 'application/x-ndjson')
      response.setHeader('cache-control', 'no-store')
      response.flushHeaders()
      open.add(response)
      send(response, `${JSON.stringify(beat())}\n`)
      return () => {
        open.delete(response)
      }
    },
    changed(collections) {
      toAll({ type: 'changed', collections: [...collections] })
    },
    closeAll() {
      clearInterval(timer)
      for (const response of open) response.end()
      open.clear()
    },
  }
}
