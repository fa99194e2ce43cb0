import { request } from 'node:https'
import { streamMessageSchema, type StreamMessage } from '@orderez/core/sync'
import { SERVER_NAME, type RestaurantServer } from './restaurant-server.ts'

export interface HeardMessage {
  readonly message: StreamMessage
  /** Monotonic, in ms. */
  readonly at: number
}

/** One open stream of signals, as a terminal hears it. */
export interface SignalStream {
  readonly status: number
  readonly contentType: string
  readonly heard: readonly HeardMessage[]
  /** The first message from now on that fits. Rejects after `ms`, and when the stream ends. */
  next(fits: (message: StreamMessage) => boolean, ms: number): Promise<HeardMessage>
  /** Resolves with the time at which the other side ended it. */
  readonly ended: Promise<number>
  close(): void
}

export function openSignalStream(server: RestaurantServer, token: string): Promise<SignalStream> {
  return new Promise((resolve, reject) => {
    const target = { host: '127.0.0.1', port: server.port, servername: SERVER_NAME, ca: server.caPem, agent: false }
    const headers = { authorization: `Bearer ${token}` }
    const sent = request({ ...target, path: '/api/sync/stream', headers }, (response) => {
      const heard: HeardMessage[] = []
      const waiting = new Set<(entry: HeardMessage | null) => void>()
      let rest = ''
      response.on('data', (chunk: Buffer) => {
        const lines = (rest + chunk.toString()).split('\n')
        rest = lines.pop() ?? ''
        for (const line of lines) {
          const entry = { message: streamMessageSchema.parse(JSON.parse(line)), at: performance.now() }
          heard.push(entry)
          for (const look of waiting) look(entry)
        }
      })
      response.on('error', () => response.destroy())
      const ended = new Promise<number>((done) => {
        response.once('close', () => {
          for (const look of waiting) look(null)
          done(performance.now())
        })
      })
      resolve({
        status: response.statusCode ?? 0,
        contentType: response.headers['content-type'] ?? '',
        heard,
        next: (fits, ms) => nextOf(waiting, fits, ms),
        ended,
        close: () => void sent.destroy(),
      })
    })
    sent.on('error', reject)
    sent.end()
  })
}

function nextOf(
  waiting: Set<(entry: HeardMessage | null) => void>,
  fits: (message: StreamMessage) => boolean,
  ms: number,
): Promise<HeardMessage> {
  return new Promise((done, failed) => {
    const finish = () => {
      clearTimeout(limit)
      waiting.delete(look)
    }
    const look = (entry: HeardMessage | null) => {
      if (entry && !fits(entry.message)) return
      finish()
      if (entry) done(entry)
      else failed(new Error('the stream ended'))
    }
    const limit = setTimeout(() => {
      finish()
      failed(new Error(`no such message within ${ms} ms`))
    }, ms)
    waiting.add(look)
  })
}
