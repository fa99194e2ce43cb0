import {
  screenWrites,
  StoreError,
  unstorable,
  type DocumentWrite,
  type LeafRemoval,
  type WriteOutcome,
} from '@orderez/core/sync'
import { bulkBatches } from './bulk-batches.ts'
import type { CouchAnswer, CouchClient } from './couch-client.ts'
import { bulkAnswer, errorAnswer, expectAnswer, storeErrorOf } from './couch-wire.ts'

const LIMITS = { rows: 500, size: 8_000_000 }

interface Row {
  readonly id: string
  readonly json: string
  settle(outcome: WriteOutcome): void
}

/** What `_bulk_docs` did to all of its rows together. */
type BatchFate =
  | { readonly kind: 'settled' }
  /** The rows are still open. The server may do them in smaller batches. */
  | { readonly kind: 'refused'; readonly reason: string; readonly serverFault: boolean }
  /** Nothing was done, and nothing will be for now. */
  | { readonly kind: 'stopped'; readonly error: StoreError }

/** One write of a group: `_bulk_docs`, halved around what it chokes on, then the losing leaves of what was stored. */
export async function writeDocuments(
  client: CouchClient,
  database: string,
  writes: readonly DocumentWrite[],
): Promise<readonly WriteOutcome[]> {
  const outcomes = screenWrites(writes)
  const rows = writes.flatMap((write, index) => {
    if (outcomes[index]) return []
    const row = rowOf(write, (outcome) => (outcomes[index] = outcome))
    return row === null ? [] : [row]
  })
  const progress = { settledAny: false }
  for (const batch of bulkBatches(rows, LIMITS, ({ json }) => json.length))
    await writeBatch(client, database, batch, progress)
  await removeLosers(client, database, writes, outcomes)
  return outcomes.map((outcome) => outcome ?? { outcome: 'unknown', reason: 'no answer for this document' })
}

function rowOf(write: DocumentWrite, settle: (outcome: WriteOutcome) => void): Row | null {
  const rev = write.rev === null ? {} : { _rev: write.rev }
  const json = JSON.stringify({ _id: write.id, ...rev, header: write.header, body: write.body })
  // JSON.stringify writes a lone surrogate as \udxxx, so that only texts that mention one need a walk.
  const reason = /\\ud|__proto__/.test(json) ? (unstorable(write.body) ?? unstorable(write.header)) : null
  if (reason === null) return { id: write.id, json, settle }
  settle({ outcome: 'refused', reason })
  return null
}

async function writeBatch(
  client: CouchClient,
  database: string,
  rows: readonly Row[],
  progress: { settledAny: boolean },
): Promise<void> {
  const fate = await sendBatch(client, database, rows)
  if (fate.kind === 'settled') {
    progress.settledAny = true
    return
  }
  if (fate.kind === 'stopped') return stop(rows, fate.error, progress)
  if (fate.serverFault && !(await canWrite(client, database))) {
    return stop(rows, new StoreError('store.unavailable', `write ${database}: ${fate.reason}`), progress)
  }
  const [only] = rows
  if (rows.length === 1 && only) {
    progress.settledAny = true
    return only.settle({ outcome: 'refused', reason: fate.reason })
  }
  const middle = Math.ceil(rows.length / 2)
  await writeBatch(client, database, rows.slice(0, middle), progress)
  await writeBatch(client, database, rows.slice(middle), progress)
}

/** As long as nothing has an outcome, an error says it best; afterwards it would take the outcomes of the others with it. */
function stop(rows: readonly Row[], error: StoreError, progress: { settledAny: boolean }): void {
  if (!progress.settledAny) throw error
  for (const row of rows) row.settle({ outcome: 'unknown', reason: error.message })
}

async function sendBatch(client: CouchClient, database: string, rows: readonly Row[]): Promise<BatchFate> {
  const json = `{"docs":[${rows.map((row) => row.json).join(',')}]}`
  const answer = await client.request({ method: 'POST', database, path: '_bulk_docs', json })
  const doing = `write ${database}`
  if (answer.kind === 'unsent')
    return { kind: 'stopped', error: new StoreError('store.unavailable', `${doing}: ${answer.reason}`) }
  if (answer.kind === 'lost') return settleAll(rows, { outcome: 'unknown', reason: answer.reason })
  const { error, reason } = errorAnswer.parse(answer.body)
  const said = `${answer.status} ${error} ${reason}`.trimEnd()
  switch (answer.status) {
    case 200:
    case 201:
    case 202:
      return settleEach(rows, answer)
    case 400:
    case 413:
      return { kind: 'refused', reason: said, serverFault: false }
    case 500:
      return { kind: 'refused', reason: said, serverFault: true }
    case 408:
    case 502:
    case 504:
      return settleAll(rows, { outcome: 'unknown', reason: said })
    default:
      return { kind: 'stopped', error: storeErrorOf(answer.status, answer.body, doing) }
  }
}

function settleAll(rows: readonly Row[], outcome: WriteOutcome): BatchFate {
  for (const row of rows) row.settle(outcome)
  return { kind: 'settled' }
}

function settleEach(rows: readonly Row[], answer: Extract<CouchAnswer, { kind: 'answer' }>): BatchFate {
  const results = bulkAnswer.safeParse(answer.body)
  if (!results.success || results.data.length !== rows.length) {
    return settleAll(rows, { outcome: 'unknown', reason: 'not an answer of CouchDB' })
  }
  for (const [index, row] of rows.entries()) row.settle(outcomeOf(row, results.data[index], answer.status))
  return { kind: 'settled' }
}

interface BulkResult {
  readonly id?: string | undefined
  readonly rev?: string | undefined
  readonly error?: string | undefined
  readonly reason?: string | undefined
}

function outcomeOf(row: Row, result: BulkResult | undefined, status: number): WriteOutcome {
  if (result?.error === 'conflict') return { outcome: 'conflict' }
  const reason = `${result?.error ?? 'no outcome'} ${result?.reason ?? ''}`.trimEnd()
  if (result?.error === 'forbidden' || result?.error === 'unauthorized') return { outcome: 'refused', reason }
  if (result?.rev === undefined || result.error !== undefined || result.id !== row.id)
    return { outcome: 'unknown', reason }
  if (status === 202) return { outcome: 'unknown', reason: 'accepted by less than a quorum' }
  return { outcome: 'stored', rev: result.rev }
}

/** A 500 is the document's fault or the server's (a full disk). The server that cannot write a trifle either is to blame itself. */
async function canWrite(client: CouchClient, database: string): Promise<boolean> {
  const path = '_local/write-probe'
  const before = await client.request({ method: 'GET', database, path })
  const body: unknown = before.kind === 'answer' && before.status === 200 ? before.body : {}
  const answer = await client.request({ method: 'PUT', database, path, json: JSON.stringify(body) })
  return answer.kind === 'answer' && (answer.status < 300 || answer.status === 409)
}

/** Whatever becomes of it, the leaf is contained in what was stored: one that stays shows again and is merged again. */
async function removeLosers(
  client: CouchClient,
  database: string,
  writes: readonly DocumentWrite[],
  outcomes: readonly (WriteOutcome | null)[],
): Promise<void> {
  const leaves = writes.flatMap(({ id, removes = [] }, index) =>
    outcomes[index]?.outcome === 'stored' ? removes.map((rev) => tombstone(id, rev)) : [],
  )
  if (leaves.length === 0) return
  await client.request({ method: 'POST', database, path: '_bulk_docs', json: JSON.stringify({ docs: leaves }) })
}

/** Deletes leaves and tells how many went. One that is none any more is a conflict, and stays as it is. */
export async function removeLeaves(
  client: CouchClient,
  database: string,
  removals: readonly LeafRemoval[],
): Promise<number> {
  const docs = removals.flatMap(({ id, revs }) => revs.map((rev) => tombstone(id, rev)))
  if (docs.length === 0) return 0
  const answer = await client.request({ method: 'POST', database, path: '_bulk_docs', json: JSON.stringify({ docs }) })
  const rows = expectAnswer(answer, bulkAnswer, `remove leaves of ${database}`)
  return rows.filter(({ error }) => error === undefined).length
}

function tombstone(id: string, rev: string): { _id: string; _rev: string; _deleted: true } {
  return { _id: id, _rev: rev, _deleted: true }
}
