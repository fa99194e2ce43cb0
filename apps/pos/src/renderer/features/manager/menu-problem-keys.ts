import type { OptionGroupProblem, SetMealProblem } from '@orderez/core/menu'

type Problem = OptionGroupProblem | SetMealProblem

const PROBLEMS = {
  'group.unnamed': 'manager.needsName',
  'group.noOptions': 'menuEdits.noOptions',
  'group.minAboveMax': 'menuEdits.minAboveMax',
  'group.tooFew': 'menuEdits.tooFew',
  'group.tooManyDefaults': 'menuEdits.tooManyDefaults',
  'group.malformed': 'manager.notValid',
  'option.unnamed': 'menuEdits.optionUnnamed',
  'setPart.unnamed': 'menuEdits.partUnnamed',
  'setPart.noChoices': 'menuEdits.partEmpty',
  'setPart.minAboveMax': 'menuEdits.minAboveMax',
  'setPart.tooFew': 'menuEdits.partTooFew',
  'setPart.itself': 'menuEdits.partItself',
} as const satisfies Record<Problem, string>

/** The sentence for what is wrong with an option group or a set meal. */
export function menuProblemKeyOf(code: Problem): (typeof PROBLEMS)[Problem] {
  return PROBLEMS[code]
}
