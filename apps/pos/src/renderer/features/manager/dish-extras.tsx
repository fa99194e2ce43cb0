import { useTranslation } from 'react-i18next'
import { useLive, useTerminal } from '../../data/index.ts'
import { useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Choice } from '../../ui/choice.tsx'
import { ToggleGroup } from '../../ui/toggle-group.tsx'
import type { DishFields } from '../menu-edits/index.ts'

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
  return (
    <>
      {sorted.length > 0 ? (
        <ToggleGroup
          label={t('menuEdits.groups')}
          testId={TEST_IDS.dishGroup}
          options={sorted.map(({ id, names }) => ({ value: id, label: words.name(names) }))}
          chosen={draft.optionGroups}
          // Guests are asked in the order of the groups.
          onChoose={(chosen) =>
            onChange({ optionGroups: sorted.map(({ id }) => id).filter((id) => chosen.includes(id)) })
          }
        />
      ) : null}
      {taxes.length > 1 ? (
        <Choice
          label={t('menuEdits.tax')}
          value={draft.tax}
          options={taxes.map(({ id, names }) => ({ value: id, label: words.name(names) }))}
          onChoose={(tax) => onChange({ tax })}
        />
      ) : null}
      <Choice<number>
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
