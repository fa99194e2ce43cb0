import { useTranslation } from 'react-i18next'
import { reasonNames } from '@orderez/core/branch'
import { useLive, useTerminal } from '../../data/index.ts'
import { usePerson, useWords } from '../../state/index.ts'
import type { Namer } from './report-tables.ts'

/** Names as they are now, of people who left and categories off the shelf too. */
export function useNamer(): Namer {
  const { t } = useTranslation()
  const { name } = useWords()
  const { branch } = usePerson()
  const { queries } = useTerminal()
  const records = useLive(queries.branch)
  const categories = useLive(queries.documents('category'))
  const categoryNamed = (id: string | null) => {
    const known = categories?.find((category) => category.id === id)
    return known ? name(known.names) : t('report.unknown')
  }
  return {
    t,
    name,
    person: (id) => (id === null ? undefined : records?.person.get(id)?.name) ?? t('report.unknown'),
    category: categoryNamed,
    reason: (text) => name(reasonNames(branch, text)),
  }
}
