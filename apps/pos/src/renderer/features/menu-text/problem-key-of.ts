import type { MenuTextProblem } from '@orderez/core/menu'

const PROBLEMS = {
  'money.malformed': 'manager.priceMalformed',
  'money.tooPrecise': 'manager.priceTooPrecise',
  'money.outOfRange': 'manager.priceTooHigh',
  'price.empty': 'manager.priceEmpty',
  'price.negative': 'manager.priceNegative',
  'price.tooHigh': 'manager.priceTooHigh',
  'csv.quoteOpen': 'manager.quoteOpen',
  'menuText.noName': 'manager.needsName',
  'menuText.number': 'manager.badNumber',
  'menuText.tooMany': 'manager.tooMany',
} as const satisfies Record<MenuTextProblem, string>

/** The sentence for what is wrong with a price or a pasted line. */
export function problemKeyOf(code: MenuTextProblem): (typeof PROBLEMS)[MenuTextProblem] {
  return PROBLEMS[code]
}
