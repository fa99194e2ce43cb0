import { err, ok, type Result } from '../kernel/index.ts'
import type { Fact, Verdict } from '../orders/index.ts'
import type {
  FetchRequest,
  FetchResponse,
  HandshakeRequest,
  HandshakeResponse,
  LinkFailure,
  PullRequest,
  PullResponse,
  PushRequest,
  PushResponse,
  ServerLink,
  StreamMessage,
} from '../sync/index.ts'

type Answer<T> = Promise<Result<T, LinkFailure>>

/** How a test answers. What it leaves out is answered by a server that accepts everything and has nothing. */
export interface LinkScript {
  handshake?(request: HandshakeRequest): Answer<HandshakeResponse>
  push?(request: PushRequest): Answer<PushResponse>
  pull?(request: PullRequest): Answer<PullResponse>
  fetch?(request: FetchRequest): Answer<FetchResponse>
}

export interface ScriptedLink extends ServerLink {
  /** Replaces what it names, keeps the rest. */
  script: LinkScript
  epoch: string
  online: boolean
  serverTime: number
  readonly handshakes: HandshakeRequest[]
  readonly pushes: PushRequest[]
  readonly pulls: PullRequest[]
  readonly fetches: FetchRequest[]
  /** Streams that are open now. */
  readonly streams: Set<{ message(message: StreamMessage): void; end(): void }>
  say(message: StreamMessage): void
  beat(): void
  cutStreams(): void
}

/** A server that follows a script, for what the real one never does or does too rarely. */
export function createScriptedLink(): ScriptedLink {
  const reach = async <T>(request: T, calls: T[]): Promise<boolean> => {
    calls.push(request)
    await Promise.resolve()
    return link.online
  }
  const offline = err('link.offline')

  const link: ScriptedLink = {
    script: {},
    epoch: 'epoch1',
    online: true,
    serverTime: 1_763_900_000_000,
    handshakes: [],
    pushes: [],
    pulls: [],
    fetches: [],
    streams: new Set(),
    say(message) {
      for (const stream of link.streams) stream.message(message)
    },
    beat: () => link.say({ type: 'beat', epoch: link.epoch, serverTime: link.serverTime }),
    cutStreams() {
      const open = [...link.streams]
      for (const stream of open) {
        link.streams.delete(stream)
        stream.end()
      }
    },
    async handshake(request) {
      if (!(await reach(request, link.handshakes))) return offline
      if (link.script.handshake) return link.script.handshake(request)
      const { epoch, serverTime } = link
      return ok({ epoch, serverTime, standing: 'continue', known: request.decided, letters: 'AB' })
    },
    async push(request) {
      if (!(await reach(request, link.pushes))) return offline
      return link.script.push ? link.script.push(request) : ok(acceptAll(link, request))
    },
    async pull(request) {
      if (!(await reach(request, link.pulls))) return offline
      return link.script.pull ? link.script.pull(request) : ok(nothingNew(link))
    },
    async fetch(request) {
      if (!(await reach(request, link.fetches))) return offline
      if (link.script.fetch) return link.script.fetch(request)
      return ok({ epoch: link.epoch, serverTime: link.serverTime, documents: [] })
    },
    openStream(on) {
      const stream = { message: on.message, end: on.end }
      if (link.online) {
        link.streams.add(stream)
        void Promise.resolve().then(() => link.streams.has(stream) && link.beat())
      } else void Promise.resolve().then(on.end)
      return { close: () => void link.streams.delete(stream) }
    },
  }
  return link
}

export function nothingNew({ epoch, serverTime }: ScriptedLink, seq = '1'): PullResponse {
  return { epoch, serverTime, documents: [], checkpoint: { seq, epoch, scope: 'all' }, more: false, restarted: false }
}

export function acceptAll({ epoch, serverTime }: ScriptedLink, request: PushRequest): PushResponse {
  return {
    epoch,
    serverTime,
    facts: pushedFacts(request).map((fact) => ({
      outcome: 'decided',
      order: fact.order,
      verdict: accepted(fact, epoch, serverTime),
    })),
    edits: (request.edits as readonly { id: never; mine: never }[]).map(({ id, mine }) => ({
      outcome: 'merged',
      edit: id,
      document: mine,
    })),
  }
}

/** The facts of a push, whether or not a verdict of an earlier epoch comes along (E8). */
export function pushedFacts(request: PushRequest): readonly Fact[] {
  const items = request.facts as readonly (Fact | { readonly fact: Fact })[]
  return items.map((item) => ('fact' in item ? item.fact : item))
}

export function accepted(fact: Fact, epoch = 'epoch1', receivedAt = 1_763_900_000_000): Verdict {
  return { of: fact.id, decision: 'accepted', receivedAt, epoch }
}
