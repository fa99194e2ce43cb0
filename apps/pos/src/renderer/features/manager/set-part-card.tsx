import { Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Dish, SetPart } from '@orderez/core/menu'
import { useLive, useTerminal } from '../../data/index.ts'
import { useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { NamesFields, CountField } from '../document-edits/index.ts'
import { DifferenceField } from './difference-field.tsx'

const MOST_CHOSEN = 20

interface SetPartCardProps {
  /** The set meal itself, which is no part of it. */
  readonly dish: Dish['id']
  readonly part: SetPart
  readonly onChange: (part: SetPart) => void
  readonly onTyping: (place: string, isWrong: boolean) => void
  readonly onRemove: () => void
}

/** One part of a set meal: how many of which dishes, each with what it costs more. */
export function SetPartCard({ dish, part, onChange, onTyping, onRemove }: SetPartCardProps) {
  const { t } = useTranslation()
  const words = useWords()
  const dishes = useLive(useTerminal().queries.documents('dish')) ?? []
  const nameOf = (id: Dish['id']) => {
    const found = dishes.find((each) => each.id === id)
    return found ? words.name(found.names) : t('menuEdits.dishGone')
  }
  return (
    <fieldset className="flex min-w-0 flex-col gap-3 rounded-md border border-line p-3">
      <NamesFields names={part.names} onNames={(names) => onChange({ ...part, names })} />
      <div className="grid gap-x-6 gap-y-3 phone:grid-cols-2">
        <CountField
          label={t('menuEdits.min')}
          value={part.min}
          min={0}
          max={MOST_CHOSEN}
          inRow
          onValue={(min) => onChange({ ...part, min })}
        />
        <CountField
          label={t('menuEdits.max')}
          value={part.max}
          min={1}
          max={MOST_CHOSEN}
          inRow
          onValue={(max) => onChange({ ...part, max })}
        />
      </div>
      <ul className="flex flex-col gap-2">
        {part.choices.map((choice) => (
          <li key={choice.dish} className="flex flex-wrap items-end gap-2">
            <span className="w-full self-center font-bold phone:w-auto phone:flex-1">{nameOf(choice.dish)}</span>
            <DifferenceField
              label={t('menuEdits.extra')}
              amount={choice.extra}
              notLess
              onAmount={(extra) =>
                onChange({
                  ...part,
                  choices: part.choices.map((each) => (each.dish === choice.dish ? { ...each, extra } : each)),
                })
              }
              onTyping={(isWrong) => onTyping(`${part.id} ${choice.dish}`, isWrong)}
            />
            <IconButton
              label={t('manager.delete')}
              onClick={() => {
                onTyping(`${part.id} ${choice.dish}`, false)
                onChange({ ...part, choices: part.choices.filter((each) => each.dish !== choice.dish) })
              }}
            >
              <Trash2 aria-hidden size={20} />
            </IconButton>
          </li>
        ))}
      </ul>
      <DishSelect
        offered={dishes.filter(
          ({ id, setMeal }) =>
            id !== dish && !(setMeal && setMeal.length > 0) && part.choices.every((choice) => choice.dish !== id),
        )}
        onDish={(id) => onChange({ ...part, choices: [...part.choices, { dish: id, extra: 0 }] })}
      />
      <Button look="danger" className="self-start" onClick={onRemove}>
        <Trash2 aria-hidden size={20} />
        {t('menuEdits.removePart')}
      </Button>
    </fieldset>
  )
}

interface DishSelectProps {
  readonly offered: readonly Dish[]
  readonly onDish: (dish: Dish['id']) => void
}

function DishSelect({ offered, onDish }: DishSelectProps) {
  const { t } = useTranslation()
  const words = useWords()
  const categories = useLive(useTerminal().queries.documents('category')) ?? []
  return (
    <SelectField
      label={t('menuEdits.addChoice')}
      placeholder={t('menuEdits.pickDish')}
      value={null}
      testId={TEST_IDS.setPartDish}
      groups={categories
        .toSorted((a, b) => a.sort - b.sort)
        .map((category) => ({
          label: words.name(category.names),
          options: offered
            .filter((each) => each.category === category.id)
            .map(({ id, names }) => ({ value: id, label: words.name(names) })),
        }))
        .filter(({ options }) => options.length > 0)}
      onPick={(picked) => {
        const found = offered.find(({ id }) => id === picked)
        if (found) onDish(found.id)
      }}
    />
  )
}
