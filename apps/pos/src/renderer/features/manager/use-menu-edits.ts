import { useTranslation } from 'react-i18next'
import { invariant } from '@orderez/core/kernel'
import { reviseDish, type Category, type Dish } from '@orderez/core/menu'
import { useLive, useTerminal } from '../../data/index.ts'
import { usePerson } from '../../state/index.ts'
import { useNotices } from '../notices/index.ts'

/** A dish as an editor holds it: its version follows from it. */
export type DishFields = Omit<Dish, 'version'>

interface MenuEdits {
  saveDish(fields: DishFields): Promise<boolean>
  saveCategory(category: Category): Promise<boolean>
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

  return {
    saveDish: (fields) =>
      saved(async () => {
        const tax = taxes?.find(({ id }) => id === fields.tax)
        invariant(tax && groups && versions, 'a dish saved before the menu was read')
        const { dish, version } = reviseDish(fields, groups, tax)
        const isKnown = versions.some(({ id }) => id === version.id)
        if (!isKnown) await terminal.edit('menu', { ...version }, person.id)
        await terminal.edit('menu', { ...dish }, person.id)
      }),
    saveCategory: (category) => saved(() => terminal.edit('menu', { ...category }, person.id)),
  }
}
