import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ALLERGENS, type Category } from '@orderez/core/menu'
import { useLive, useTerminal } from '../../data/index.ts'
import { useWords } from '../../state/index.ts'
import { Button } from '../../ui/button.tsx'
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
      <Choices title={t('manager.category')}>
        {categories.map(({ id, names }) => (
          <Choice key={id} isOn={draft.category === id} onTap={() => onChange({ category: id })}>
            {words.name(names)}
          </Choice>
        ))}
      </Choices>
      <Choices title={t('manager.stations')}>
        {stations.map(({ id, names }) => (
          <Choice
            key={id}
            isOn={draft.stations.includes(id)}
            onTap={() => onChange({ stations: toggled(draft.stations, id) })}
          >
            {words.name(names)}
          </Choice>
        ))}
      </Choices>
      <Choices title={t('manager.allergens')}>
        {ALLERGENS.map((each) => (
          <Choice
            key={each}
            isOn={draft.allergens.includes(each)}
            onTap={() => onChange({ allergens: toggled(draft.allergens, each) })}
          >
            {t(allergenKeys[each])}
          </Choice>
        ))}
      </Choices>
    </>
  )
}

interface ChoicesProps {
  readonly title: string
  readonly children: ReactNode
}

export function Choices({ title, children }: ChoicesProps) {
  return (
    <fieldset className="flex flex-wrap gap-2">
      <legend className="mb-1 text-sm text-ink-2">{title}</legend>
      {children}
    </fieldset>
  )
}

interface ChoiceProps {
  readonly isOn: boolean
  readonly onTap: () => void
  readonly children: ReactNode
}

export function Choice({ isOn, onTap, children }: ChoiceProps) {
  return (
    <Button look={isOn ? 'chosen' : 'plain'} aria-pressed={isOn} onClick={onTap}>
      {children}
    </Button>
  )
}

function toggled<T>(all: readonly T[], one: T): T[] {
  return all.includes(one) ? all.filter((each) => each !== one) : [...all, one]
}
