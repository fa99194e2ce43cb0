import type { OptionGroupId, OptionId } from '@orderez/core/kernel'
import type { DishVersion } from '@orderez/core/menu'

type Group = DishVersion['optionGroups'][number]
export type Choices = ReadonlyMap<OptionGroupId, readonly OptionId[]>

/** Takes or gives back one option. In a group of one the new one replaces the old; in a full group the oldest goes. */
export function choose(choices: Choices, group: Pick<Group, 'id' | 'min' | 'max'>, option: OptionId): Choices {
  const taken = choices.get(group.id) ?? []
  const next = taken.includes(option) ? taken.filter((each) => each !== option) : [...taken, option].slice(-group.max)
  return new Map(choices).set(group.id, next)
}

/** The first group that still wants a choice. */
export function missingGroup(groups: readonly Group[], choices: Choices): Group | null {
  return groups.find((group) => (choices.get(group.id)?.length ?? 0) < group.min) ?? null
}
