import { err, ok, type Result } from '../kernel/index.ts'
import { isUnnamed } from './check-option-group.ts'
import type { Dish, SetPart } from './dish.ts'

export type SetMealProblem =
  | 'setPart.unnamed'
  | 'setPart.noChoices'
  | 'setPart.minAboveMax'
  | 'setPart.tooFew'
  | 'setPart.itself'

/**
 * Whether guests could choose a set meal's parts. Fails where a part has no name, no dishes (`setPart.noChoices`), fewer dishes than must be
 * chosen (`setPart.tooFew`), or the set meal itself or another one among them (`setPart.itself`). No parts at all: it is no set meal.
 */
export function checkSetMeal(
  id: Dish['id'],
  parts: readonly SetPart[],
  dishes: ReadonlyMap<Dish['id'], Pick<Dish, 'setMeal'>>,
): Result<readonly SetPart[], SetMealProblem> {
  for (const part of parts) {
    if (isUnnamed(part)) return err('setPart.unnamed')
    if (part.choices.length === 0) return err('setPart.noChoices')
    if (part.min > part.max) return err('setPart.minAboveMax')
    if (part.min > part.choices.length) return err('setPart.tooFew')
    const isSet = (dish: Dish['id']) => dish === id || (dishes.get(dish)?.setMeal?.length ?? 0) > 0
    if (part.choices.some(({ dish }) => isSet(dish))) return err('setPart.itself')
  }
  return ok(parts)
}
