import type * as z from 'zod'
import { branchSchema, personSchema, roleSchema, stationSchema, taxSchema, terminalSchema } from '../branch/index.ts'
import { cartMergePolicy, cartSchema } from '../carts/index.ts'
import { areaSchema, reservationMergePolicy, reservationSchema, tableSchema } from '../floor/index.ts'
import { conflictSchema, deadLetterSchema, ledgerFindingSchema } from '../inbox/index.ts'
import { categorySchema, dishMergePolicy, dishSchema, dishVersionSchema, optionGroupSchema } from '../menu/index.ts'
import type { MergePolicy } from '../merge/index.ts'
import { orderDocumentSchema, type OrderDocument } from '../orders/index.ts'
import { favouritesMergePolicy, favouritesSchema, heatSchema } from '../ranking/index.ts'
import { cashMovementSchema, drawerSchema, shiftSchema } from '../shifts/index.ts'
import { actionOfEdit, type EditedKind } from '../staff/index.ts'
import { orderHeader } from './order-header.ts'
import type { RecordType } from './record-type.ts'
import type { SyncedCollection } from './wire.ts'

const settled = {
  version: 1,
  migrations: {},
  immutable: false,
  provenOnly: false,
  headerOf: () => ({}),
} as const

function edited(
  collection: SyncedCollection,
  kind: EditedKind,
  schema: z.ZodType,
  merge: MergePolicy = {},
): RecordType {
  return { ...settled, collection, kind, schema, merge, action: actionOfEdit(kind) }
}

function fromServer(kind: string, schema: z.ZodType): RecordType {
  const headerOf: RecordType['headerOf'] = ({ at }) => ({ at: typeof at === 'number' ? at : 0 })
  return { ...settled, collection: 'inbox', kind, schema, merge: {}, action: null, headerOf }
}

const order: RecordType = {
  ...settled,
  collection: 'orders',
  kind: 'order',
  schema: orderDocumentSchema,
  merge: 'union',
  action: null,
  headerOf: (document, viewer) => orderHeader(document as OrderDocument, viewer),
}

const cart: RecordType = {
  ...edited('carts', 'cart', cartSchema, cartMergePolicy),
  headerOf: ({ order: of, ended }) => ({ order: typeof of === 'string' ? of : '', ended: ended === true ? 1 : 0 }),
}

/** The one table of record types. A kind is named once in the whole system, so the kind alone finds its entry. */
export const RECORD_TYPES: readonly RecordType[] = [
  order,
  cart,
  edited('menu', 'category', categorySchema),
  edited('menu', 'dish', dishSchema, dishMergePolicy),
  { ...edited('menu', 'dishVersion', dishVersionSchema), immutable: true },
  edited('menu', 'optionGroup', optionGroupSchema),
  edited('floor', 'area', areaSchema),
  edited('floor', 'table', tableSchema),
  edited('floor', 'reservation', reservationSchema, reservationMergePolicy),
  edited('branch', 'branch', branchSchema),
  { ...edited('branch', 'person', personSchema), provenOnly: true },
  { ...edited('branch', 'role', roleSchema), provenOnly: true },
  { ...edited('branch', 'terminal', terminalSchema), provenOnly: true },
  edited('branch', 'station', stationSchema),
  edited('branch', 'tax', taxSchema),
  edited('shifts', 'drawer', drawerSchema),
  edited('shifts', 'shift', shiftSchema),
  { ...edited('shifts', 'cashMovement', cashMovementSchema), immutable: true },
  edited('ranking', 'heat', heatSchema, {
    'dishes.*.sales': 'sumDelta',
    'dishes.*.views': 'sumDelta',
    'dishes.*.favourites': 'sumDelta',
  }),
  edited('ranking', 'favourites', favouritesSchema, favouritesMergePolicy),
  fromServer('conflict', conflictSchema),
  fromServer('deadLetter', deadLetterSchema),
  fromServer('ledgerFinding', ledgerFindingSchema),
]

const byKind = new Map(RECORD_TYPES.map((type) => [type.kind, type]))

export function recordTypeOf(kind: unknown): RecordType | null {
  return typeof kind === 'string' ? (byKind.get(kind) ?? null) : null
}
