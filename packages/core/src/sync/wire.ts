import * as z from 'zod'
import { factSchema, verdictSchema } from '../orders/index.ts'
import { idSchema, jsonObjectSchema } from '../kernel/index.ts'

/** The version of the conversation between terminal and server. A server answers `protocol.unsupported` to one it does not speak. */
export const PROTOCOL = 2

/** The collections that travel. Each is one CouchDB database per branch and one RxDB collection per terminal. */
export const SYNCED_COLLECTIONS = ['orders', 'carts', 'menu', 'floor', 'branch', 'shifts', 'ranking', 'inbox'] as const
export const syncedCollectionSchema = z.enum(SYNCED_COLLECTIONS)
export type SyncedCollection = z.infer<typeof syncedCollectionSchema>

/** Collections whose documents are edited and merged in three ways; orders are facts and never edited, the inbox is written by the server. */
export const EDITED_COLLECTIONS = ['carts', 'menu', 'floor', 'branch', 'shifts', 'ranking'] as const
export const editedCollectionSchema = z.enum(EDITED_COLLECTIONS)
export type EditedCollection = z.infer<typeof editedCollectionSchema>

/** Opaque text. It goes into hashes and to the store, which both want it well-formed. */
const opaque = (max: number) =>
  z
    .string()
    .max(max)
    .refine((text) => text.isWellFormed(), 'text.illFormed')

const epochSchema = z.string().regex(/^[a-z0-9]{4,40}$/)
const serverTime = z.int().min(0)

/**
 * Where a terminal stands in one collection. Opaque to the terminal, which stores and returns it whole.
 * `seq` is the store's and never compared. `snapshot` is present while a first copy is being read: the id after which to go on.
 */
export const checkpointSchema = z.strictObject({
  seq: opaque(4_000),
  epoch: epochSchema,
  scope: opaque(64),
  snapshot: z.strictObject({ step: z.int().min(0).max(9), after: opaque(4_000) }).optional(),
})
export type Checkpoint = z.infer<typeof checkpointSchema>

/** A person's change of one document: what they saw and what they want. The id makes a lost answer harmless. */
export const editSchema = z.strictObject({
  id: idSchema('edit'),
  collection: editedCollectionSchema,
  document: opaque(80).min(1),
  person: idSchema('person'),
  base: jsonObjectSchema.nullable(),
  mine: jsonObjectSchema,
})
export type Edit = z.infer<typeof editSchema>

export const handshakeRequestSchema = z.strictObject({
  protocol: z.int().min(1).max(1_000),
  branch: idSchema('branch'),
  incarnation: idSchema('incarnation'),
  /** The highest number of this log, 0 when it is empty, and the hash that the next fact will carry. */
  n: z.int().min(0),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  /** The highest n up to which this terminal knows everything to be decided. */
  decided: z.int().min(0),
  epoch: epochSchema.nullable(),
})
export type HandshakeRequest = z.infer<typeof handshakeRequestSchema>

/**
 * `standing`: `continue`; or `newIncarnation`, when the server knows a higher number or another hash of this log than the terminal
 * (its profile was restored or cloned). `known` is the highest number the server holds of this log.
 */
export const handshakeResponseSchema = z.strictObject({
  epoch: epochSchema,
  serverTime,
  standing: z.enum(['continue', 'newIncarnation']),
  known: z.int().min(0),
  letters: z.string().regex(/^[A-Z]{2}$/),
})
export type HandshakeResponse = z.infer<typeof handshakeResponseSchema>

/** Items are parsed one by one, so that a bad one is a dead letter with its number and the others are decided. */
export const pushRequestSchema = z.strictObject({
  branch: idSchema('branch'),
  epoch: epochSchema,
  facts: z.array(z.unknown()).max(1_000),
  edits: z.array(z.unknown()).max(200),
})
export type PushRequest = z.infer<typeof pushRequestSchema>

export const factOutcomeSchema = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('decided'), order: idSchema('order'), verdict: verdictSchema }),
  z.strictObject({
    outcome: z.literal('deadLetter'),
    index: z.int().min(0),
    n: z.int().min(1).optional(),
    code: z.string().max(60),
    letter: idSchema('deadLetter'),
  }),
  z.strictObject({ outcome: z.literal('retry'), index: z.int().min(0) }),
])
export type FactOutcome = z.infer<typeof factOutcomeSchema>

export const editOutcomeSchema = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('merged'), edit: idSchema('edit'), document: jsonObjectSchema }),
  z.strictObject({
    outcome: z.literal('refused'),
    edit: idSchema('edit'),
    code: z.string().max(60),
    document: jsonObjectSchema.nullable(),
  }),
  z.strictObject({
    outcome: z.literal('deadLetter'),
    index: z.int().min(0),
    code: z.string().max(60),
    letter: idSchema('deadLetter'),
  }),
  z.strictObject({ outcome: z.literal('retry'), index: z.int().min(0) }),
])
export type EditOutcome = z.infer<typeof editOutcomeSchema>

export const pushResponseSchema = z.strictObject({
  epoch: epochSchema,
  serverTime,
  facts: z.array(factOutcomeSchema),
  edits: z.array(editOutcomeSchema),
})
export type PushResponse = z.infer<typeof pushResponseSchema>

export const pullRequestSchema = z.strictObject({
  branch: idSchema('branch'),
  collection: syncedCollectionSchema,
  checkpoint: checkpointSchema.nullable(),
  limit: z.int().min(1).max(500),
})
export type PullRequest = z.infer<typeof pullRequestSchema>

/** `restarted`: the checkpoint belonged to another epoch or scope, and this is the start of a new snapshot. `more`: ask again at once. */
export const pullResponseSchema = z.strictObject({
  epoch: epochSchema,
  serverTime,
  documents: z.array(jsonObjectSchema),
  checkpoint: checkpointSchema,
  more: z.boolean(),
  restarted: z.boolean(),
})
export type PullResponse = z.infer<typeof pullResponseSchema>

export const fetchRequestSchema = z.strictObject({
  branch: idSchema('branch'),
  collection: syncedCollectionSchema,
  ids: z.array(opaque(80).min(1)).min(1).max(100),
})
export type FetchRequest = z.infer<typeof fetchRequestSchema>

export const fetchResponseSchema = z.strictObject({
  epoch: epochSchema,
  serverTime,
  documents: z.array(jsonObjectSchema),
})
export type FetchResponse = z.infer<typeof fetchResponseSchema>

/** One line of the stream: a signal never carries a document. Beats come at least every 5 s. */
export const streamMessageSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('beat'), epoch: epochSchema, serverTime }),
  z.strictObject({ type: z.literal('changed'), collections: z.array(syncedCollectionSchema).min(1) }),
])
export type StreamMessage = z.infer<typeof streamMessageSchema>

export { factSchema, verdictSchema }
