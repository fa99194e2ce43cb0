import { Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Dish, SetPart } from '@orderez/core/menu'
import { useLive, useTerminal } from '../../data/index.ts'
import { useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { NamesFields, SizedStepper } from '../document-edits/index.ts'
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
  const within = (count: number, least: number) => Math.min(MOST_CHOSEN, Math.max(least, count))
  return (
    <fieldset className="flex min-w-0 flex-col gap-3 rounded-md border border-line p-3">
      <NamesFields names={part.names} onNames={(names) => onChange({ ...part, names })} />
      <div className="grid gap-x-6 gap-y-3 phone:grid-cols-2">
        <SizedStepper
          label={t('menuEdits.min')}
          value={part.min}
          onStep={(by) => onChange({ ...part, min: within(part.min + by, 0) })}
        />
        <SizedStepper
          label={t('menuEdits.max')}
          value={part.max}
          onStep={(by) => onChange({ ...part, max: within(part.max + by, 1) })}
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
    <label className="flex flex-1 flex-col gap-1">
      <span className="text-sm text-ink-2">{t('menuEdits.addChoice')}</span>
      <select
        data-testid={TEST_IDS.setPartDish}
        value=""
        onChange={(event) => {
          const found = offered.find(({ id }) => id === event.target.value)
          if (found) onDish(found.id)
        }}
        className="min-h-(--touch-line) w-full rounded-md border border-line-strong bg-raised px-4 text-lg"
      >
        <option value="">{t('menuEdits.pickDish')}</option>
        {categories
          .toSorted((a, b) => a.sort - b.sort)
          .map((category) => (
            <optgroup key={category.id} label={words.name(category.names)}>
              {offered
                .filter((each) => each.category === category.id)
                .map(({ id, names }) => (
                  <option key={id} value={id}>
                    {words.name(names)}
                  </option>
                ))}
            </optgroup>
          ))}
      </select>
    </label>
  )
}
