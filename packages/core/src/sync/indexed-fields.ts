import * as z from 'zod'
import { businessDaySchema, idSchema, MAX_EPOCH_MS } from '../kernel/index.ts'
import type { SyncedCollection } from './wire.ts'

const mark = z.int().min(0).max(1)
const moment = z.int().min(0).max(MAX_EPOCH_MS)

/** The header of each collection: what server and terminal keep beside the document and have an index on. '' stands for none. */
export const INDEXED_FIELDS = {
  orders: {
    day: businessDaySchema.or(z.literal('')),
    table: idSchema('table').or(z.literal('')),
    open: mark,
    updatedAt: moment,
  },
  carts: { order: idSchema('order').or(z.literal('')), ended: mark },
  menu: {},
  floor: {},
  branch: {},
  shifts: {},
  ranking: {},
  inbox: { at: moment },
} as const satisfies Record<SyncedCollection, Readonly<Record<string, z.ZodType>>>

/** The indexes that the server's store needs for a collection. */
export function serverIndexesOf(collection: SyncedCollection): readonly string[] {
  return Object.keys(INDEXED_FIELDS[collection])
}
