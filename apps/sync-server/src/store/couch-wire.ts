import { StoreError, type Header, type LosingLeaf, type StoredDocument } from '@orderez/core/sync'
import type { JsonObject } from '@orderez/core/kernel'
import * as z from 'zod'
import type { CouchAnswer } from './couch-client.ts'

/** The parts of CouchDB's answers that the store reads. Bodies are our own documents: they were checked when they came in. */
const jsonObject = z.custom<JsonObject>((value) => typeof value === 'object' && value !== null && !Array.isArray(value))
const header = z.custom<Header>((value) => typeof value === 'object' && value !== null && !Array.isArray(value))

const couchDocument = z.object({
  _id: z.string(),
  _rev: z.string(),
  _conflicts: z.array(z.string()).optional(),
  header,
  body: jsonObject,
})
export type CouchDocument = z.infer<typeof couchDocument>

/** Null for what is not ours: a design document, or something that another program put into the database. */
const maybeDocument = z.unknown().transform((value) => {
  const parsed = couchDocument.safeParse(value)
  return parsed.success && !parsed.data._id.startsWith('_') ? parsed.data : null
})

export const rowsAnswer = z.object({
  rows: z.array(z.object({ id: z.string().optional(), key: z.unknown().optional(), doc: maybeDocument.optional() })),
})

const couchSeq = z.union([z.string(), z.number()]).transform(String)

/** A seq begins with the number of updates; what follows is CouchDB's own business, and is passed back as it came. */
export function updatesBefore(couchSeq: string): number {
  return Number.parseInt(couchSeq, 10)
}

export const changesAnswer = z.object({
  last_seq: couchSeq,
  results: z.array(
    z.object({
      id: z.string(),
      seq: couchSeq,
      deleted: z.boolean().optional(),
      doc: maybeDocument.optional(),
    }),
  ),
})

export const databaseAnswer = z.object({ update_seq: couchSeq })

export const bulkAnswer = z.array(
  z.object({
    id: z.string().optional(),
    rev: z.string().optional(),
    error: z.string().optional(),
    reason: z.string().optional(),
  }),
)

export const bulkGetAnswer = z.object({
  results: z.array(z.object({ id: z.string(), docs: z.array(z.object({ ok: maybeDocument.optional() })) })),
})

export const incarnationAnswer = z.object({ value: z.string() })

export const designAnswer = z.object({
  _rev: z.string(),
  views: z.record(z.string(), z.object({ map: z.string() })).optional(),
})

export const errorAnswer = z
  .object({ error: z.string().catch(''), reason: z.string().catch('') })
  .catch({ error: '', reason: '' })

/** The body of a good answer; everything else becomes a typed error. */
export function expectAnswer<T>(answer: CouchAnswer, schema: z.ZodType<T>, doing: string): T {
  if (answer.kind !== 'answer') throw new StoreError('store.unavailable', `${doing}: ${answer.reason}`)
  if (answer.status >= 300) throw storeErrorOf(answer.status, answer.body, doing)
  const parsed = schema.safeParse(answer.body)
  if (!parsed.success) throw new StoreError('store.misconfigured', `${doing}: not an answer of CouchDB`)
  return parsed.data
}

export function storeErrorOf(status: number, body: unknown, doing: string): StoreError {
  const { error, reason } = errorAnswer.parse(body)
  const said = `${doing}: ${status} ${error} ${reason}`.trimEnd()
  if (status === 401 || status === 403)
    return new StoreError('store.misconfigured', `${said} (are the credentials right?)`)
  if (status === 404) return new StoreError('store.misconfigured', `${said} (was the database deleted?)`)
  return new StoreError('store.unavailable', said)
}

export function storedDocument(document: CouchDocument, losers: readonly LosingLeaf[]): StoredDocument {
  return { id: document._id, rev: document._rev, body: document.body, header: document.header, losers }
}
