import { err, ok, type Money, type Names, type OptionGroupId, type OptionId, type Result } from '../kernel/index.ts'
import type { LinePrice } from '../pricing/index.ts'
import type { DishVersion } from './dish-version.ts'

/** An option as it was chosen, with the words and the price that the guest was told. */
export interface ChosenOption {
  readonly group: OptionGroupId
  readonly option: OptionId
  readonly names: Names
  readonly price: Money
}

/**
 * Checks a guest's choices against what the version offers; gives them in the menu's order, whatever the order of tapping. Fails with
 * `option.unknown` (not offered here), `option.tooMany` (more than the group allows, or one twice) or `option.required` (fewer than it wants).
 */
export function chooseOptions(
  version: Pick<DishVersion, 'optionGroups'>,
  choices: readonly OptionId[],
): Result<ChosenOption[], 'option.required' | 'option.tooMany' | 'option.unknown'> {
  const wanted = new Set<string>(choices)
  if (wanted.size !== choices.length) return err('option.tooMany', 'an option is chosen twice')
  const chosen: ChosenOption[] = []
  for (const group of version.optionGroups) {
    const taken = group.options.filter((option) => wanted.has(option.id))
    if (taken.length > group.max) return err('option.tooMany', group.id)
    if (taken.length < group.min) return err('option.required', group.id)
    for (const { id, names, price } of taken) chosen.push({ group: group.id, option: id, names, price })
  }
  return chosen.length === wanted.size ? ok(chosen) : err('option.unknown')
}

/** S7: the price that the version says. A weighed dish takes its options once for the line; a market price, and that of what is not on the menu, is still to be set. */
export function makeLinePrice(version: DishVersion, chosen: readonly ChosenOption[]): LinePrice {
  const perLine = version.unit === 'piece' && !version.weighed ? {} : { per: 'line' as const }
  const options = chosen.map(({ option, price }) => ({ option, amount: price, ...perLine }))
  return {
    base: version.price,
    options,
    ...(version.marketPrice || version.openItem ? { pending: true as const } : {}),
  }
}
