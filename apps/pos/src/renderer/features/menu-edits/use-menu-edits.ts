import { useTranslation } from 'react-i18next'
import { taxSchema, type Tax } from '@orderez/core/branch'
import { invariant } from '@orderez/core/kernel'
import { changedNow } from '@orderez/core/merge'
import {
  categorySchema,
  dishSchema,
  optionGroupSchema,
  reviseDish,
  type Category,
  type Dish,
  type OptionGroup,
} from '@orderez/core/menu'
import { useLive, useTerminal } from '../../data/index.ts'
import { usePerson } from '../../state/index.ts'
import { useNotices } from '../notices/index.ts'

/** A dish as an editor holds it: its version follows from it. */
export type DishFields = Omit<Dish, 'version'>

/** Each takes, from an editor that was open for a while, what it opened with: what others changed meanwhile then stays. */
interface MenuEdits {
  saveDish(fields: DishFields, opened?: DishFields): Promise<boolean>
  saveCategory(category: Category, opened?: Category): Promise<boolean>
  /** The tax, and the version that each dish with it sells from now on. */
  saveTax(tax: Tax, opened?: Tax): Promise<boolean>
  /** The group, and the version that each dish with it sells from now on. */
  saveGroup(group: OptionGroup, opened?: OptionGroup): Promise<boolean>
}

/** Writes to the menu; each says so, and whether it is saved. */
export function useMenuEdits(): MenuEdits {
  const { t } = useTranslation()
  const terminal = useTerminal()
  const { person } = usePerson()
  const notices = useNotices()
  const groups = useLive(terminal.queries.documents('optionGroup'))
  const taxes = useLive(terminal.queries.documents('tax'))
  const versions = useLive(terminal.queries.documents('dishVersion'))

  async function saved(write: () => Promise<void>): Promise<boolean> {
    try {
      await write()
      return true
    } catch (cause) {
      console.error('menu', cause)
      notices.say(t('manager.notSaved'))
      return false
    }
  }

  const dishes = useLive(terminal.queries.documents('dish'))

  /** Writes a dish with its version, by the groups and taxes as they are from now on. */
  async function revise(fields: DishFields, changed: { tax?: Tax; group?: OptionGroup } = {}): Promise<void> {
    const tax = changed.tax?.id === fields.tax ? changed.tax : taxes?.find(({ id }) => id === fields.tax)
    invariant(tax && groups && versions, 'a dish saved before the menu was read')
    const others = groups.filter(({ id }) => id !== changed.group?.id)
    const { dish, version } = reviseDish(fields, changed.group ? [...others, changed.group] : groups, tax)
    if ((changed.tax || changed.group) && 'version' in fields && fields.version === version.id) return
    const isKnown = versions.some(({ id }) => id === version.id)
    if (!isKnown) await terminal.edit('menu', { ...version }, person.id)
    await terminal.edit('menu', { ...dish }, person.id)
  }

  return {
    saveDish: (fields, opened) => saved(() => revise(overStored(dishes, fields, opened, dishSchema))),
    saveCategory: (category, opened) =>
      saved(() => {
        const stored = terminal.queries.documents('category').get()
        return terminal.edit('menu', { ...overStored(stored, category, opened, categorySchema) }, person.id)
      }),
    saveTax: (edited, opened) =>
      saved(async () => {
        const tax = overStored(taxes, edited, opened, taxSchema)
        await terminal.edit('branch', { ...tax }, person.id)
        for (const dish of dishes ?? []) if (dish.tax === tax.id) await revise(dish, { tax })
      }),
    saveGroup: (edited, opened) =>
      saved(async () => {
        const group = overStored(groups, edited, opened, optionGroupSchema)
        await terminal.edit('menu', { ...group }, person.id)
        for (const dish of dishes ?? []) if (dish.optionGroups.includes(group.id)) await revise(dish, { group })
      }),
  }
}

/** What an editor changed since it was opened, laid over what is stored by now. What is new, or just read, is written as it is. */
function overStored<T extends { readonly id: string }, S extends T>(
  stored: readonly S[] | null | undefined,
  edited: T,
  opened: T | undefined,
  schema: { parse(document: unknown): S },
): T {
  const now = stored?.find(({ id }) => id === edited.id)
  if (!now || !opened) return edited
  return schema.parse(changedNow({ ...now }, { before: { ...opened }, after: { ...edited } }))
}
