import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { cleanText, type OptionId } from '@orderez/core/kernel'
import type { Dish, DishVersion } from '@orderez/core/menu'
import { useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { NotePresets } from './note-presets.tsx'
import { choose, missingGroup, type Choices } from './option-choices.ts'

/** As a line's note may be (`safeText` of `lineSchema`). */
const MAX_NOTE = 200

interface OptionsSheetProps {
  readonly dish: Dish
  readonly version: DishVersion
  readonly onAdd: (choices: readonly OptionId[], note: string) => void
  readonly onClose: () => void
}

/** Required choices come first. When the last of them is made and nothing else can be chosen, the line is added without an extra OK. */
export function OptionsSheet({ dish, version, onAdd, onClose }: OptionsSheetProps) {
  const { t } = useTranslation()
  const { name, money } = useWords()
  const [choices, setChoices] = useState<Choices>(new Map())
  const [note, setNote] = useState('')
  const groups = version.optionGroups.toSorted((a, b) => Number(b.min > 0) - Number(a.min > 0))
  const missing = missingGroup(groups, choices)
  const only = groups.every((group) => group.min === 1 && group.max === 1)

  function pick(group: (typeof groups)[number], option: OptionId): void {
    const next = choose(choices, group, option)
    if (only && note === '' && missingGroup(groups, next) === null) onAdd([...next.values()].flat(), '')
    else setChoices(next)
  }

  return (
    <Sheet title={name(dish.names)} closeLabel={t('sheet.close')} onClose={onClose} testId={TEST_IDS.options} wide>
      <div className="flex flex-col gap-4">
        {groups.map((group) => (
          <fieldset key={group.id} className="flex flex-col gap-2">
            <legend className="mb-2 font-bold">
              {name(group.names)}{' '}
              <span className="text-sm font-normal text-ink-2">
                {t('order.choose', { min: group.min, max: group.max })}
              </span>
            </legend>
            <div className="grid grid-cols-2 gap-2 phone:grid-cols-4">
              {group.options.map((option) => (
                <Button
                  key={option.id}
                  data-testid={TEST_IDS.option}
                  data-option={option.id}
                  size="large"
                  look={choices.get(group.id)?.includes(option.id) ? 'chosen' : 'plain'}
                  aria-pressed={choices.get(group.id)?.includes(option.id) ?? false}
                  hint={option.price === 0 ? undefined : money(option.price)}
                  onClick={() => pick(group, option.id)}
                >
                  {name(option.names)}
                </Button>
              ))}
            </div>
          </fieldset>
        ))}
        <NotePresets note={note} max={MAX_NOTE} onNote={setNote} />
        <TextField label={t('order.note')} value={note} onText={setNote} max={MAX_NOTE} data-testid={TEST_IDS.note} />
        <Button
          look="primary"
          size="large"
          data-testid={TEST_IDS.addToCart}
          disabled={missing !== null}
          onClick={() => onAdd([...choices.values()].flat(), cleanText(note, MAX_NOTE))}
        >
          {missing === null ? t('order.add') : t('order.chooseFirst', { group: name(missing.names) })}
        </Button>
      </div>
    </Sheet>
  )
}
