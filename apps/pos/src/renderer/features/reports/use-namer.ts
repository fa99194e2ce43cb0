import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLive, useTerminal } from '../../data/index.ts'
import { useWords } from '../../state/index.ts'
import type { Namer } from './report-tables.ts'

/** Names as they are now, of people who left and categories off the shelf too. */
export function useNamer(): Namer {
  const { t } = useTranslation()
  const { name } = useWords()
  const { queries } = useTerminal()
  const records = useLive(queries.branch)
  const categories = useLive(queries.documents('category'))
  const categoryNames = useMemo(
    () => new Map<string, string>(categories?.map((category) => [category.id, name(category.names)])),
    [categories, name],
  )
  return {
    t,
    name,
    person: (id) => (id === null ? undefined : records?.person.get(id)?.name) ?? t('report.unknown'),
    category: (id) => (id === null ? undefined : categoryNames.get(id)) ?? t('report.unknown'),
  }
}
