import { useTranslation } from 'react-i18next'
import type { Tax } from '@orderez/core/branch'
import { invariant } from '@orderez/core/kernel'
import { reviseDish, type Category, type Dish, type OptionGroup } from '@orderez/core/menu'
import { useLive, useTerminal } from '../../data/index.ts'
import { usePerson } from '../../state/index.ts'
import { useNotices } from '../notices/index.ts'

/** A dish as an editor holds it: its version follows from it. */
export type DishFields = Omit<Dish, 'version'>

interface MenuEdits {
  saveDish(fields: DishFields): Promise<boolean>
  saveCategory(category: Category): Promise<boolean>
  /** The tax, and the version that each dish with it sells from now on. */
  saveTax(tax: Tax): Promise<boolean>
  /** The group, and the version that each dish with it sells from now on. */
  saveGroup(group: OptionGroup): Promise<boolean>
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
    saveDish: (fields) => saved(() => revise(fields)),
    saveCategory: (category) => saved(() => terminal.edit('menu', { ...category }, person.id)),
    saveTax: (tax) =>
      saved(async () => {
        await terminal.edit('branch', { ...tax }, person.id)
        for (const dish of dishes ?? []) if (dish.tax === tax.id) await revise(dish, { tax })
      }),
    saveGroup: (group) =>
      saved(async () => {
        await terminal.edit('menu', { ...group }, person.id)
        for (const dish of dishes ?? []) if (dish.optionGroups.includes(group.id)) await revise(dish, { group })
      }),
  }
}
