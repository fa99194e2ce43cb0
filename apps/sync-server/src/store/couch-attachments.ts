import { StoreError, type Attachment } from '@orderez/core/sync'
import * as z from 'zod'
import { bulkBatches } from './bulk-batches.ts'
import type { CouchClient } from './couch-client.ts'
import { bulkAnswer, errorAnswer, expectAnswer } from './couch-wire.ts'

/** The one attachment of each document. */
const CONTENT = 'content'
const LIMITS = { rows: 200, size: 6_000_000 }

const attachedDocument = z.object({
  _attachments: z.object({ [CONTENT]: z.object({ content_type: z.string(), data: z.base64() }) }).optional(),
})

/** Writes attachments inline, several to a request: document and bytes are stored together or not at all. */
export async function writeAttachments(
  client: CouchClient,
  database: string,
  attachments: readonly Attachment[],
): Promise<void> {
  const batches = bulkBatches(attachments, LIMITS, ({ bytes }) => bytes.byteLength)
  for (const batch of batches) await writeBatch(client, database, batch)
}

async function writeBatch(client: CouchClient, database: string, batch: readonly Attachment[]): Promise<void> {
  const docs = batch.map(({ name, type, bytes }) => ({
    _id: name,
    header: {},
    body: {},
    _attachments: { [CONTENT]: { content_type: type, data: Buffer.from(bytes).toString('base64') } },
  }))
  const doing = `attach to ${database}`
  const answer = await client.request({
    method: 'POST',
    database,
    path: '_bulk_docs',
    json: JSON.stringify({ docs }),
  })
  const results = expectAnswer(answer, bulkAnswer, doing)
  // A conflict is the same bytes, stored before: the name means them.
  const failed = results.find(({ rev, error }) => error !== 'conflict' && (error !== undefined || rev === undefined))
  if (failed) throw new StoreError('store.unavailable', `${doing}: ${failed.error ?? 'no outcome'}`)
  if (results.length !== batch.length) throw new StoreError('store.unavailable', `${doing}: not an outcome for each`)
  if (answer.kind === 'answer' && answer.status === 202)
    throw new StoreError('store.unavailable', `${doing}: accepted by less than a quorum`)
}

export async function readAttachment(client: CouchClient, database: string, name: string): Promise<Attachment | null> {
  const path = encodeURIComponent(name)
  const answer = await client.request({ method: 'GET', database, path, query: { attachments: true } })
  if (answer.kind === 'answer' && answer.status === 404 && isAbsent(answer.body)) return null
  const { _attachments: attached } = expectAnswer(answer, attachedDocument, `read attachment of ${database}`)
  if (!attached) return null
  const { content_type: type, data } = attached[CONTENT]
  return { name, type, bytes: Uint8Array.from(Buffer.from(data, 'base64')) }
}

/** The document is not there; a database that is not there answers 404 with another reason. */
function isAbsent(body: unknown): boolean {
  return /^(missing|deleted)/.test(errorAnswer.parse(body).reason)
}
