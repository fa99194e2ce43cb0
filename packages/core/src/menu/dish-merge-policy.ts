import type { MergePolicy } from '../merge/index.ts'

/** A dish's version follows from its other fields: whoever merges sets it anew by `dishVersionOf`. Words about a dish only add up. A set meal is one field: its parts are removed by being absent. */
export const dishMergePolicy: MergePolicy = { version: 'derived', setMeal: 'theirs', tags: 'union', allergens: 'union' }
