import { err, ok, type Result } from '../kernel/index.ts'
import { optionGroupSchema, type OptionGroup } from './option-group.ts'

export type OptionGroupProblem =
  | 'group.unnamed'
  | 'group.noOptions'
  | 'group.minAboveMax'
  | 'group.tooFew'
  | 'group.tooManyDefaults'
  | 'option.unnamed'
  | 'group.malformed'

/**
 * Whether guests could choose from the group as it stands. Fails where a name is missing in both languages, where it has no options, fewer
 * than must be chosen (`group.tooFew`), or more chosen beforehand than may be (`group.tooManyDefaults`). Removed options do not count.
 */
export function checkOptionGroup(group: OptionGroup): Result<OptionGroup, OptionGroupProblem> {
  const options = group.options.filter((option) => !option.deleted)
  if (isUnnamed(group)) return err('group.unnamed')
  if (options.length === 0) return err('group.noOptions')
  if (group.options.some(isUnnamed)) return err('option.unnamed')
  if (group.min > group.max) return err('group.minAboveMax')
  if (group.min > options.length) return err('group.tooFew')
  if (options.filter((option) => option.default === true).length > group.max) return err('group.tooManyDefaults')
  const parsed = optionGroupSchema.safeParse(group)
  return parsed.success ? ok(parsed.data) : err('group.malformed')
}

export function isUnnamed({ names }: Pick<OptionGroup, 'names'>): boolean {
  return names.zh.trim() === '' && names.en.trim() === ''
}

/** A group that no dish names, marked as removed. Fails with `group.inUse`. */
export function removedOptionGroup(group: OptionGroup, usedBy: number): Result<OptionGroup, 'group.inUse'> {
  return usedBy > 0 ? err('group.inUse') : ok({ ...group, deleted: true })
}
