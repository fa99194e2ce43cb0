import type { ServerLink, LinkFailure, StreamMessage } from '../../src/sync/index.ts'
import { err, type Result } from '../../src/kernel/index.ts'
import type { Random } from './random.ts'
import type { Scheduler } from './scheduler.ts'
import type { SimProcess } from './sim-process.ts'
import type { Tally } from './tally.ts'

export type CallName = 'handshake' | 'push' | 'pull' | 'fetch'

/** The server as the network sees it: null while it is down. A call that dies with the server never settles. */
export interface Endpoint {
  call(name: CallName, request: unknown): Promise<Result<unknown, LinkFailure>>
  /** Opens a stream; returns the way to close it. `end` comes when the server goes away in an orderly way. */
  stream(on: { message(message: StreamMessage): void; end(): void }): () => void
}

/** What the way between one terminal and the server is like just now. Probabilities are per message. */
export interface Conditions {
  cut: boolean
  /** Long delays of very different length, so that messages overtake each other. */
  slow: boolean
  lostRequest: number
  lostAnswer: number
  duplicate: number
  unavailable: number
  /** Something on the way refuses what it does not like: 413, 400. */
  rejected: number
  /** A captive portal answers in the server's place. */
  portal: number
  /** The stream stays open and nothing comes through. */
  streamSilent: boolean
}

export function goodConditions(): Conditions {
  return {
    cut: false,
    slow: false,
    lostRequest: 0,
    lostAnswer: 0,
    duplicate: 0,
    unavailable: 0,
    rejected: 0,
    portal: 0,
    streamSilent: false,
  }
}

const TIMEOUT_MS = 10_000

interface LinkParts {
  readonly scheduler: Scheduler
  readonly random: Random
  readonly process: SimProcess
  readonly conditions: Conditions
  readonly tally: Tally
  endpoint(): Endpoint | null
  /** The server answers with a value or not at all; anything it throws is a finding. */
  onThrow(name: CallName, error: unknown): void
  /** Something about a call that may help whoever reads the script. */
  trace(line: () => string): void
}

/** The faulty network of one terminal. Everything that crosses it is copied, as on a wire. */
export function createSimLink(parts: LinkParts): ServerLink {
  return {
    handshake: (request) => callOnce(parts, 'handshake', request),
    push: (request) => callOnce(parts, 'push', request),
    pull: (request) => callOnce(parts, 'pull', request),
    fetch: (request) => callOnce(parts, 'fetch', request),
    openStream: (on) => openStream(parts, on),
  }
}

function callOnce<A>(parts: LinkParts, name: CallName, request: unknown): Promise<Result<A, LinkFailure>> {
  const { scheduler, random, process, conditions, tally } = parts
  const text = JSON.stringify(request)
  return new Promise((resolve) => {
    let settled = false
    const settle = (answer: Result<A, LinkFailure>) => {
      if (settled || !process.alive) return
      settled = true
      parts.trace(() => `${name} ${brief(text)} → ${brief(JSON.stringify(answer))}`)
      resolve(answer)
    }
    const hit = (probability: number, fault: string): boolean => {
      if (!random.chance(probability)) return false
      tally.add(`fault.${fault}`)
      return true
    }
    scheduler.after(TIMEOUT_MS, () => settle(err('link.offline', 'timed out')))
    const answered = (answer: Result<unknown, LinkFailure>) => {
      if (conditions.cut || hit(conditions.lostAnswer, `lostAnswer.${name}`)) return
      const copy = onTheWire(answer) as Result<A, LinkFailure>
      scheduler.after(delayOf(parts), () => conditions.cut || settle(copy))
    }
    const deliver = () => {
      const endpoint = parts.endpoint()
      if (conditions.cut || !endpoint) return settle(err('link.offline', 'not reachable'))
      endpoint.call(name, JSON.parse(text)).then(answered, (error: unknown) => parts.onThrow(name, error))
    }
    if (hit(conditions.portal, 'portal'))
      return void scheduler.after(delayOf(parts), () => settle(err('link.badAnswer')))
    if (name === 'push' && hit(conditions.rejected, 'rejected')) {
      return void scheduler.after(delayOf(parts), () => settle(err('link.rejected')))
    }
    if (hit(conditions.unavailable, 'unavailable'))
      return void scheduler.after(delayOf(parts), () => settle(err('link.unavailable')))
    if (hit(conditions.lostRequest, 'lostRequest')) return
    scheduler.after(delayOf(parts), deliver)
    if (hit(conditions.duplicate, `duplicate.${name}`)) scheduler.after(delayOf(parts) + random.int(0, 5_000), deliver)
  })
}

/**
 * A copy, as of everything that crosses a network. Documents of the server's store are deeply frozen: nobody can change them, and they are
 * by far the most of what travels, so they go as they are.
 */
function onTheWire(answer: Result<unknown, LinkFailure>): unknown {
  if (!answer.ok || typeof answer.value !== 'object' || answer.value === null) return JSON.parse(JSON.stringify(answer))
  const { documents, ...rest } = answer.value as { readonly documents?: readonly object[] }
  const copy = JSON.parse(JSON.stringify(rest)) as object
  if (!documents) return { ok: true, value: copy }
  const served = documents.map((one) => (Object.isFrozen(one) ? one : (JSON.parse(JSON.stringify(one)) as object)))
  return { ok: true, value: { ...copy, documents: served } }
}

/** The ends of fact ids, and little of the rest. */
function brief(text: string): string {
  const facts = new Set([...text.matchAll(/fct_[0-9a-f-]{30}([0-9a-f]{6})/g)].map(([, end]) => end))
  return `${text.slice(0, 160)} [${[...facts].join(' ')}]`
}

function delayOf({ random, conditions }: LinkParts): number {
  return conditions.slow ? random.int(0, 4_000) : random.int(1, 20)
}

/** How often a message that does not get through is tried again, as TCP does. */
const RESEND_MS = 300

/** One connection: what is sent arrives in order or not at all, late where the way is blocked for a while. */
function openStream(parts: LinkParts, on: { message(message: StreamMessage): void; end(): void }): { close(): void } {
  const { scheduler, process, conditions } = parts
  const underWay: (StreamMessage | 'end')[] = []
  let open = true
  let stop = (): void => undefined
  const close = () => {
    open = false
    stop()
  }
  const end = () => {
    if (!open || !process.alive) return
    close()
    on.end()
  }
  const arrive = () => {
    if (!open || !process.alive) return
    if (conditions.cut || conditions.streamSilent) return void scheduler.after(RESEND_MS, arrive)
    const message = underWay.shift()
    if (message === 'end') end()
    else if (message) on.message(message)
  }
  const send = (message: StreamMessage | 'end') => {
    underWay.push(message)
    scheduler.after(delayOf(parts), arrive)
  }
  scheduler.after(delayOf(parts), () => {
    const endpoint = parts.endpoint()
    if (!open || !process.alive) return
    if (conditions.cut || !endpoint) return end()
    stop = endpoint.stream({ message: send, end: () => send('end') })
  })
  process.onDeath(close)
  return { close }
}
