import type { Actor, Authority, AuthorityError } from '../../src/authority/index.ts'
import { err, sha256Hex, type Result } from '../../src/kernel/index.ts'
import type { LinkFailure, Sealer, StreamMessage } from '../../src/sync/index.ts'
import type { CallName, Endpoint } from './sim-link.ts'
import type { SimProcess } from './sim-process.ts'

const BEAT_MS = 5_000

/** What the shell of the real server adds: a terminal's identity, and HTTP's few words for many reasons. */
export function endpointOf(authority: Authority, process: SimProcess, actor: Actor, now: () => number): Endpoint {
  return {
    async call(name: CallName, request: unknown): Promise<Result<unknown, LinkFailure>> {
      const answer = await authority[name](actor, request)
      if (!process.alive) return new Promise(() => undefined)
      return answer.ok ? answer : err(failureOf(answer.code), answer.code)
    },
    stream(on) {
      let open = true
      const send = (message: StreamMessage) => open && process.alive && on.message(message)
      const unsubscribe = authority.subscribe((collections) => send({ type: 'changed', collections: [...collections] }))
      const beat = () => {
        if (!open) return
        send({ type: 'beat', epoch: authority.epoch(), serverTime: now() })
        process.timers.after(BEAT_MS, beat)
      }
      beat()
      return () => {
        open = false
        unsubscribe()
      }
    },
  }
}

function failureOf(code: AuthorityError): LinkFailure {
  switch (code) {
    case 'authority.unavailable':
      return 'link.unavailable'
    case 'terminal.unknown':
    case 'terminal.revoked':
      return 'link.unauthorised'
    default:
      return 'link.rejected'
  }
}

/** Nobody in a simulation guesses the secret. */
export function createSimSealer(): Sealer {
  const seal = (hash: string) => sha256Hex(`site secret ${hash}`).slice(0, 43)
  return { seal, verify: (hash, claimed) => seal(hash) === claimed }
}
