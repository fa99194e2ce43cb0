import { useTranslation } from 'react-i18next'
import { ALLERGENS, type Category } from '@orderez/core/menu'
import { useLive, useTerminal } from '../../data/index.ts'
import { useWords } from '../../state/index.ts'
import { Choice } from '../../ui/choice.tsx'
import { ToggleGroup } from '../../ui/toggle-group.tsx'
import { allergenKeys } from './problem-keys.ts'
import type { DishFields } from '../menu-edits/index.ts'

interface DishChoicesProps {
  readonly draft: DishFields
  readonly categories: readonly Category[]
  readonly onChange: (next: Partial<DishFields>) => void
}

/** Where a dish stands in the menu, who makes it, and what it contains. */
export function DishChoices({ draft, categories, onChange }: DishChoicesProps) {
  const { t } = useTranslation()
  const words = useWords()
  const { queries } = useTerminal()
  const stations = useLive(queries.documents('station')) ?? []
  return (
    <>
      <Choice
        label={t('manager.category')}
        value={draft.category}
        options={categories.map(({ id, names }) => ({ value: id, label: words.name(names) }))}
        onChoose={(category) => onChange({ category })}
      />
      <ToggleGroup
        label={t('manager.stations')}
        options={stations.map(({ id, names }) => ({ value: id, label: words.name(names) }))}
        chosen={draft.stations}
        onChoose={(chosen) => onChange({ stations: [...chosen] })}
      />
      <ToggleGroup
        label={t('manager.allergens')}
        options={ALLERGENS.map((each) => ({ value: each, label: t(allergenKeys[each]) }))}
        chosen={draft.allergens}
        onChoose={(chosen) => onChange({ allergens: [...chosen] })}
      />
    </>
  )
}
