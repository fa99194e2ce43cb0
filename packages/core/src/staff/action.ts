import { FACT_KINDS, type FactKind } from '../orders/index.ts'

/** Kinds of documents that people edit. Dish versions come with the dish they are of. */
export const EDITED_KINDS = [
  'cart',
  'category',
  'dish',
  'dishVersion',
  'optionGroup',
  'area',
  'table',
  'reservation',
  'branch',
  'person',
  'role',
  'terminal',
  'station',
  'tax',
  'drawer',
  'shift',
  'cashMovement',
  'heat',
  'favourites',
] as const
export type EditedKind = (typeof EDITED_KINDS)[number]

/**
 * Everything that needs a right: stating a fact of a kind, editing a document of a kind, and selling at another price than the menu's.
 * Derived from the kinds, so that a new kind does not compile before somebody has decided who may.
 */
export type Action = `fact.${FactKind}` | `edit.${EditedKind}` | 'price.override'

export const ACTIONS: readonly Action[] = [
  ...FACT_KINDS.map((kind): Action => `fact.${kind}`),
  ...EDITED_KINDS.map((kind): Action => `edit.${kind}`),
  'price.override',
]

export function actionOfFact(kind: FactKind): Action {
  return `fact.${kind}`
}

export function actionOfEdit(kind: EditedKind): Action {
  return `edit.${kind}`
}

/** What has happened in the room whatever we think of it: refused never, held where the right is missing (A6). */
const PHYSICAL: ReadonlySet<FactKind> = new Set<FactKind>([
  'received',
  'started',
  'ready',
  'served',
  'recalled',
  'acknowledged',
  'paid',
  'paymentStateSet',
  'refunded',
  'preBillPrinted',
])

export function isPhysical(kind: FactKind): boolean {
  return PHYSICAL.has(kind)
}
