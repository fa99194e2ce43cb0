import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { SetPart } from '@orderez/core/menu'
import { useTerminal } from '../../data/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { Switch } from '../../ui/switch.tsx'
import type { DishFields } from '../menu-edits/index.ts'
import { SetPartCard } from './set-part-card.tsx'

const MOST_PARTS = 12

interface SetMealFieldsProps {
  readonly draft: DishFields
  readonly onChange: (next: Partial<DishFields>) => void
  readonly onTyping: (place: string, isWrong: boolean) => void
}

/** Whether a dish is a set meal, and the parts that guests choose. */
export function SetMealFields({ draft, onChange, onTyping }: SetMealFieldsProps) {
  const { t } = useTranslation()
  const { ids } = useTerminal()
  const parts = draft.setMeal ?? []
  const write = (setMeal: SetPart[]) => onChange({ setMeal })
  const newPart = (): SetPart => ({
    id: ids.next('setPart'),
    names: { zh: '', en: '' },
    min: 1,
    max: 1,
    choices: [],
  })
  return (
    <section className="flex flex-col gap-3">
      <Switch
        label={t('menuEdits.setMeal')}
        testId={TEST_IDS.setMeal}
        on={parts.length > 0}
        onSwitch={(on) => write(on ? [newPart()] : [])}
      />
      {parts.map((part) => (
        <SetPartCard
          key={part.id}
          dish={draft.id}
          part={part}
          onChange={(next) => write(parts.map((each) => (each.id === next.id ? next : each)))}
          onTyping={onTyping}
          onRemove={() => write(parts.filter((each) => each.id !== part.id))}
        />
      ))}
      {parts.length > 0 ? (
        <Button
          className="self-start"
          data-testid={TEST_IDS.addSetPart}
          disabled={parts.length >= MOST_PARTS}
          onClick={() => write([...parts, newPart()])}
        >
          <Plus aria-hidden size={20} />
          {t('menuEdits.addPart')}
        </Button>
      ) : null}
    </section>
  )
}
