import { useTranslation } from 'react-i18next'
import { useLive, useTerminal } from '../../data/index.ts'
import { useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { Choice as OneOf } from '../../ui/choice.tsx'
import type { DishFields } from '../menu-edits/index.ts'
import { Choices } from './dish-choices.tsx'

const COURSES = [1, 2, 3, 4]

interface DishExtrasProps {
  readonly draft: DishFields
  readonly onChange: (next: Partial<DishFields>) => void
}

/** The choices that go with a dish, in their order; its tax; and the course it comes with. */
export function DishExtras({ draft, onChange }: DishExtrasProps) {
  const { t } = useTranslation()
  const words = useWords()
  const { queries } = useTerminal()
  const groups = useLive(queries.documents('optionGroup')) ?? []
  const taxes = useLive(queries.documents('tax')) ?? []
  const sorted = groups.toSorted((a, b) => (a.sort ?? 0) - (b.sort ?? 0) || (a.id < b.id ? -1 : 1))
  /** Guests are asked in the order of the groups. */
  function toggled(id: (typeof sorted)[number]['id']): DishFields['optionGroups'] {
    const wanted = draft.optionGroups.includes(id)
      ? draft.optionGroups.filter((each) => each !== id)
      : [...draft.optionGroups, id]
    return sorted.map((group) => group.id).filter((each) => wanted.includes(each))
  }
  return (
    <>
      {sorted.length > 0 ? (
        <Choices title={t('menuEdits.groups')}>
          {sorted.map(({ id, names }) => (
            <Button
              key={id}
              data-testid={TEST_IDS.dishGroup}
              look={draft.optionGroups.includes(id) ? 'chosen' : 'plain'}
              aria-pressed={draft.optionGroups.includes(id)}
              onClick={() => onChange({ optionGroups: toggled(id) })}
            >
              {words.name(names)}
            </Button>
          ))}
        </Choices>
      ) : null}
      {taxes.length > 1 ? (
        <OneOf
          label={t('menuEdits.tax')}
          value={draft.tax as string}
          options={taxes.map(({ id, names }) => ({ value: id as string, label: words.name(names) }))}
          onChoose={(chosen) => {
            const tax = taxes.find(({ id }) => id === chosen)
            if (tax) onChange({ tax: tax.id })
          }}
        />
      ) : null}
      <OneOf<number>
        label={t('menuEdits.course')}
        value={draft.course ?? 0}
        options={[
          { value: 0, label: t('menuEdits.noCourse') },
          ...COURSES.map((course) => ({ value: course, label: String(course) })),
        ]}
        onChoose={(course) => onChange({ course: course === 0 ? null : course })}
      />
    </>
  )
}
