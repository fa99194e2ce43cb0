import type { MergePolicy } from '../merge/index.ts'

/** A dish's version follows from its other fields: whoever merges sets it anew by `dishVersionOf`. Words about a dish only add up. */
export const dishMergePolicy: MergePolicy = { version: 'derived', tags: 'union', allergens: 'union' }
