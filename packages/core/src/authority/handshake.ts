import type { Terminal } from '../branch/index.ts'
import { err, ok, type JsonObject, type Result } from '../kernel/index.ts'
import { PROTOCOL, type HandshakeRequest, type HandshakeResponse } from '../sync/index.ts'
import type { AuthorityError } from './authority.ts'
import type { Actor, AuthorityPorts } from './authority-ports.ts'
import type { CommitQueue } from './commit-queue.ts'
import type { Directory } from './directory.ts'
import type { Epochs } from './epochs.ts'
import type { LogLearner } from './learn-logs.ts'
import type { KnownLog, LogBook } from './log-book.ts'
import { changeTask, type RecordWork } from './record-desk.ts'

export interface HandshakePorts extends Pick<AuthorityPorts, 'clock'> {
  readonly directory: Directory
  readonly logs: LogBook
  readonly learner: LogLearner
  readonly epochs: Epochs
  readonly branchRecords: CommitQueue<RecordWork>
}

export type Handshake = (
  actor: Actor,
  request: HandshakeRequest,
) => Promise<Result<Omit<HandshakeResponse, 'epoch' | 'serverTime'>, AuthorityError>>

/** A14, A19: where a terminal stands. Rejects with `StoreError` when the store is away. */
export function createHandshake(ports: HandshakePorts): Handshake {
  /** Up to where a log's gaps have made an epoch already: what the terminal did not send then, it no longer has. */
  const answered = new Map<string, number>()

  async function learnFromEvidence(actor: Actor, request: HandshakeRequest): Promise<void> {
    const { epochs, logs, learner } = ports
    const { epoch, incarnation, decided } = request
    if (epoch === null || epoch < epochs.current() || !epochs.isOurs(epoch)) return
    if (epoch > epochs.current()) return epochs.mint(epoch, 'epochAhead')
    const log = { terminal: actor.terminal, incarnation }
    const key = `${actor.terminal} ${incarnation}`
    const hasGap = (): boolean => logs.gap(log, answered.get(key) ?? 0, decided) !== null
    if (!hasGap()) return
    await learner.learnEverything()
    if (!hasGap()) return
    answered.set(key, decided)
    await epochs.mint(epoch, 'logAhead')
  }

  /** The lives of a terminal's log are part of its record, so that a manager sees a cloned or restored one. */
  async function noteIncarnation({ incarnations, id }: Terminal, request: HandshakeRequest): Promise<boolean> {
    if (incarnations.some((known) => known.id === request.incarnation)) return true
    const since = ports.clock.now()
    const task = changeTask(id, (current) => current && withIncarnation(current, request, since))
    const [settled] = await ports.branchRecords.submit([task])
    return settled?.state === 'done'
  }

  return async (actor, request) => {
    if (request.protocol !== PROTOCOL) return err('protocol.unsupported', `this server speaks ${PROTOCOL}`)
    if (request.decided > request.n) return err('request.malformed', 'decided beyond the end of the log')
    await ports.directory.refresh()
    const terminal = ports.directory.terminal(actor.terminal)
    if (!terminal) return err('terminal.unknown')
    if (terminal.revokedAt || terminal.deleted) return err('terminal.revoked')
    if (!(await noteIncarnation(terminal, request))) return err('authority.unavailable')
    await learnFromEvidence(actor, request)
    const known = ports.logs.known(actor.terminal, request.incarnation)
    return ok({ standing: standingOf(known, request), known: known.n, letters: terminal.letters })
  }
}

/** A terminal that knows less of its log than we do, or another end of it, is a restored or cloned one. */
function standingOf(known: KnownLog, request: HandshakeRequest): HandshakeResponse['standing'] {
  if (known.forked || request.n < known.n) return 'newIncarnation'
  return request.n === known.n && known.hash !== null && known.hash !== request.hash ? 'newIncarnation' : 'continue'
}

const MAX_INCARNATIONS = 1_000

function withIncarnation(current: JsonObject, { incarnation }: HandshakeRequest, since: number): JsonObject | null {
  const { incarnations } = current as JsonObject as Terminal
  if (incarnations.some(({ id }) => id === incarnation)) return null
  return { ...current, incarnations: [...incarnations, { id: incarnation, since }].slice(-MAX_INCARNATIONS) }
}
