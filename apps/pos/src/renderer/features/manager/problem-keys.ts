import type { ALLERGENS } from '@orderez/core/menu'

export { problemKeyOf } from '../menu-text/index.ts'

export const allergenKeys = {
  celery: 'manager.celery',
  crustaceans: 'manager.crustaceans',
  eggs: 'manager.eggs',
  fish: 'manager.fish',
  gluten: 'manager.gluten',
  lupin: 'manager.lupin',
  milk: 'manager.milk',
  molluscs: 'manager.molluscs',
  mustard: 'manager.mustard',
  nuts: 'manager.nuts',
  peanuts: 'manager.peanuts',
  sesame: 'manager.sesame',
  soy: 'manager.soy',
  sulphites: 'manager.sulphites',
} as const satisfies Record<(typeof ALLERGENS)[number], string>
