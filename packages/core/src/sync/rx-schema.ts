import * as z from 'zod'
import type { JsonObject } from '../kernel/index.ts'
import { INDEXED_FIELDS } from './indexed-fields.ts'
import { RECORD_TYPES } from './record-types.ts'
import type { SyncedCollection } from './wire.ts'

/**
 * A row of the terminal's database: the document whole under `body`, and beside it what queries use. The body is open: several kinds share
 * a collection, and what came through a door has been parsed there.
 */
export interface RxRow {
  readonly id: string
  readonly kind: string
  readonly body: JsonObject
  readonly [field: string]: unknown
}

/** Longest text of an indexed field that is not bounded by its own schema. */
const MAX_INDEXED_TEXT = 80

/**
 * The RxDB schema of a collection, JSON schema draft-7. RxDB wants indexed fields required, texts with `maxLength`, numbers with bounds and
 * `multipleOf`; a field with a union of schemas is indexed as the text or number that the union says.
 */
export function rxSchemaOf(collection: SyncedCollection): JsonObject {
  const kinds = RECORD_TYPES.filter((type) => type.collection === collection).map(({ kind }) => kind)
  const fields = Object.entries(INDEXED_FIELDS[collection]).map(([name, schema]) => [name, indexed(schema)] as const)
  return {
    title: collection,
    version: 0,
    primaryKey: 'id',
    type: 'object',
    properties: {
      id: { type: 'string', maxLength: MAX_INDEXED_TEXT },
      kind: { type: 'string', enum: kinds, maxLength: MAX_INDEXED_TEXT },
      ...Object.fromEntries(fields),
      body: { type: 'object', additionalProperties: true },
    },
    required: ['id', 'kind', ...fields.map(([name]) => name), 'body'],
    indexes: ['kind', ...fields.map(([name]) => name)],
  }
}

function indexed(schema: z.ZodType): JsonObject {
  const made = z.toJSONSchema(schema, { target: 'draft-7', io: 'input' }) as JsonObject
  if (made['type'] !== 'integer') return { type: 'string', maxLength: MAX_INDEXED_TEXT }
  return { type: 'number', minimum: made['minimum'], maximum: made['maximum'], multipleOf: 1 }
}
