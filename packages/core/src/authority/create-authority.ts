import type * as z from 'zod'
import { err, ok, type Result, type TerminalId } from '../kernel/index.ts'
import {
  describeIssue,
  fetchRequestSchema,
  handshakeRequestSchema,
  pullRequestSchema,
  pushRequestSchema,
  StoreError,
  type PushRequest,
  type PushResponse,
} from '../sync/index.ts'
import type { AccessError, Authority, AuthorityError } from './authority.ts'
import type { Actor, AuthorityPorts } from './authority-ports.ts'
import { openAuthorityParts, type AuthorityParts } from './authority-parts.ts'
import { openRecord } from './stored-record.ts'
import { openOrder } from './stored-order.ts'
import { pushEdits } from './push-edits.ts'
import { pushFacts } from './push-facts.ts'
import { findOrders } from './find-orders.ts'
import { putDocuments } from './put-documents.ts'
import { noteFlaws, takeLedger } from './take-ledger.ts'

/** Opens the server's half on its ports: reads the epoch and what terminals have said lately. Rejects with `StoreError` when the store is away. */
export async function createAuthority(ports: AuthorityPorts): Promise<Authority> {
  const parts = await openAuthorityParts(ports)
  const answer = createAnswering(ports, parts)

  return {
    admits: (actor) => admits(ports, parts, actor),
    handshake: (actor, request) =>
      answer(actor, request, handshakeRequestSchema, (parsed) => parts.handshake(actor, parsed)),
    push: (actor, request) => answer(actor, request, pushRequestSchema, (parsed) => push(ports, parts, actor, parsed)),
    pull: (actor, request) =>
      answer(actor, request, pullRequestSchema, (parsed) => parts.puller.pull(parsed), 'reader'),
    fetch: (actor, request) =>
      answer(
        actor,
        request,
        fetchRequestSchema,
        async (parsed) => ok({ documents: await parts.puller.fetch(parsed) }),
        'reader',
      ),
    takeLedger: async (actor, items) =>
      actor.branch === ports.branch
        ? whileOpen(parts, () => takeLedger(parts.facts, actor, items))
        : err('branch.other'),
    noteFlaws: (flaws) =>
      whileOpen(parts, () => noteFlaws({ clock: ports.clock, inbox: parts.records('inbox') }, flaws)),
    subscribe: (listener) => parts.signals.subscribe(listener),
    epoch: () => parts.epochs.current(),
    put: (collection, documents) => putDocuments(parts, collection, documents),
    async read(collection, ids) {
      const found = await ports.store.read(collection, [...new Set(ids)])
      return found.map((stored) =>
        collection === 'orders' ? openOrder(stored.id, stored) : openRecord(stored).document,
      )
    },
    async list(collection, kind) {
      const documents = await parts.readAll(collection)
      return documents.filter((document) => document['kind'] === kind)
    },
    orders: (wanted) => findOrders(ports.store, ports.branch, wanted),
    async sweep(collection, bookmark) {
      if (parts.calls.isClosed()) return { documents: 0, bookmark: null }
      return parts.calls.track(() => parts.sweep(collection, bookmark))
    },
    drain: () => parts.drain(),
  }
}

type Answering = <Q extends { readonly branch: string }, A>(
  actor: Actor,
  request: unknown,
  schema: z.ZodType<Q>,
  call: (parsed: Q) => Promise<Result<A, AuthorityError>>,
  /** A reader has to be enrolled; who pushes has its work held, and who shakes hands is told. */
  access?: 'reader',
) => Promise<Result<A & { readonly epoch: string; readonly serverTime: number }, AuthorityError>>

/** A1: what every call has in common: the request is parsed, the branch compared, and every answer carries epoch and time. */
function createAnswering(ports: AuthorityPorts, parts: AuthorityParts): Answering {
  return async (actor, request, schema, call, access) => {
    if (parts.calls.isClosed()) return err('authority.unavailable')
    const parsed = schema.safeParse(request)
    if (!parsed.success) return err('request.malformed', describeIssue(parsed.error))
    if (actor.branch !== ports.branch || parsed.data.branch !== ports.branch) return err('branch.other')
    try {
      const refusal = access === 'reader' ? await refusalOf(parts, actor.terminal) : null
      if (refusal) return err(refusal)
      const result = await parts.calls.track(() => call(parsed.data))
      if (!result.ok) return result
      return ok({ ...result.value, epoch: parts.epochs.current(), serverTime: ports.clock.now() })
    } catch (error) {
      if (error instanceof StoreError) return err('authority.unavailable', error.code)
      throw error
    }
  }
}

async function whileOpen<A>(
  { calls }: AuthorityParts,
  call: () => Promise<Result<A, AuthorityError>>,
): Promise<Result<A, AuthorityError>> {
  if (calls.isClosed()) return err('authority.unavailable')
  try {
    return await calls.track(call)
  } catch (error) {
    if (error instanceof StoreError) return err('authority.unavailable', error.code)
    throw error
  }
}

async function admits(ports: AuthorityPorts, parts: AuthorityParts, actor: Actor): Promise<Result<null, AccessError>> {
  if (actor.branch !== ports.branch) return err('branch.other')
  try {
    const refusal = await refusalOf(parts, actor.terminal)
    return refusal ? err(refusal) : ok(null)
  } catch (error) {
    if (error instanceof StoreError) return err('authority.unavailable', error.code)
    throw error
  }
}

async function refusalOf(
  { directory }: AuthorityParts,
  id: TerminalId,
): Promise<'terminal.unknown' | 'terminal.revoked' | null> {
  await directory.refresh()
  const terminal = directory.terminal(id)
  if (!terminal) return 'terminal.unknown'
  return terminal.revokedAt || terminal.deleted ? 'terminal.revoked' : null
}

async function push(
  ports: AuthorityPorts,
  parts: AuthorityParts,
  actor: Actor,
  request: PushRequest,
): Promise<Result<Pick<PushResponse, 'facts' | 'edits'>, AuthorityError>> {
  // Edits first: a line may name the version of a dish that comes in the same push.
  const edits = await pushEdits(parts.edits, actor, request.edits)
  const facts = await pushFacts(parts.facts, actor, request.facts)
  const outcomes = [...edits, ...facts]
  const isPoisoned =
    ports.mistakes?.has('poison-blocks-batch') && outcomes.some(({ outcome }) => outcome === 'deadLetter')
  // Nothing decided is no answer (A11): the terminal tries again as after any lost one.
  if (isPoisoned || (outcomes.length > 0 && outcomes.every(({ outcome }) => outcome === 'retry'))) {
    return err('authority.unavailable')
  }
  return ok({ facts, edits })
}
