import type { Actor, Authority, AuthorityError } from '../authority/index.ts'
import { err, ok, type Result } from '../kernel/index.ts'
import type { LinkFailure, ServerLink, StreamMessage } from '../sync/index.ts'
import type { VirtualTime } from './virtual-time.ts'

/** What can go wrong on the way to a real authority. */
export interface AuthorityLink extends ServerLink {
  online: boolean
  /** The server is there and says 503. */
  unavailable: boolean
  /** So many of the next answers are lost after the server has applied the request. */
  losesAnswers: number
  /** Every request arrives twice. */
  duplicates: boolean
  /** The stream stays open and nothing comes. */
  silent: boolean
  readonly calls: Readonly<Record<'handshake' | 'push' | 'pull' | 'fetch', number>>
}

const BEAT_MS = 5_000

export function createAuthorityLink(authority: () => Authority, actor: Actor, time: VirtualTime): AuthorityLink {
  const calls = { handshake: 0, push: 0, pull: 0, fetch: 0 }

  async function call<T>(name: keyof typeof calls, request: unknown): Promise<Result<T, LinkFailure>> {
    calls[name] += 1
    await Promise.resolve()
    if (!link.online) return err('link.offline')
    if (link.unavailable) return err('link.unavailable')
    // Everything travels as text, so that neither side holds on to what the other changes.
    const text = JSON.stringify(request)
    const ask = () => authority()[name](actor, JSON.parse(text))
    if (link.duplicates) await ask()
    const answer = await ask()
    if (link.losesAnswers > 0) {
      link.losesAnswers -= 1
      return err('link.offline', 'the answer was lost')
    }
    return answer.ok ? ok(JSON.parse(JSON.stringify(answer.value)) as T) : err(failureOf(answer.code), answer.code)
  }

  function openStream(on: { message(message: StreamMessage): void; end(): void }): { close(): void } {
    let open = true
    let cancelBeat = () => {}
    const say = (message: StreamMessage) => {
      if (open && link.online && !link.silent) on.message(message)
    }
    const beat = () => {
      say({ type: 'beat', epoch: authority().epoch(), serverTime: time.clock.wall() })
      cancelBeat = time.timers.after(BEAT_MS, beat)
    }
    const unsubscribe = authority().subscribe((collections) => say({ type: 'changed', collections: [...collections] }))
    void Promise.resolve().then(() => {
      if (!open) return
      if (link.online) beat()
      else on.end()
    })
    return {
      close() {
        open = false
        cancelBeat()
        unsubscribe()
      },
    }
  }

  const link: AuthorityLink = {
    online: true,
    unavailable: false,
    losesAnswers: 0,
    duplicates: false,
    silent: false,
    calls,
    handshake: (request) => call('handshake', request),
    push: (request) => call('push', request),
    pull: (request) => call('pull', request),
    fetch: (request) => call('fetch', request),
    openStream,
  }
  return link
}

function failureOf(code: AuthorityError): LinkFailure {
  if (code === 'authority.unavailable') return 'link.unavailable'
  return code === 'terminal.unknown' || code === 'terminal.revoked' ? 'link.unauthorised' : 'link.rejected'
}
