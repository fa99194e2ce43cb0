import { useState } from 'react'
import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { movedPreset } from '@orderez/core/branch'
import { checkOptionGroup, removedOptionGroup, type Dish, type OptionGroup } from '@orderez/core/menu'
import { useTerminal } from '../../data/index.ts'
import { useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { Switch } from '../../ui/switch.tsx'
import { EditSheetFoot, NamesFields, SizedStepper } from '../document-edits/index.ts'
import { useMenuEdits } from '../menu-edits/index.ts'
import { menuProblemKeyOf } from './menu-problem-keys.ts'
import { OptionCard } from './option-card.tsx'

const MOST = 40

interface GroupSheetProps {
  readonly group: OptionGroup
  readonly usedBy: readonly Dish[]
  readonly onClose: () => void
}

/** All of an option group. Save gives the dishes that name it their new version. */
export function GroupSheet({ group, usedBy, onClose }: GroupSheetProps) {
  const { t } = useTranslation()
  const words = useWords()
  const { ids } = useTerminal()
  const { saveGroup } = useMenuEdits()
  const [draft, setDraft] = useState(group)
  const [typing, setTyping] = useState<ReadonlySet<string>>(new Set())
  const change = (next: Partial<OptionGroup>) => setDraft((last) => ({ ...last, ...next }))
  const shown = draft.options.filter((option) => !option.deleted)
  const checked = checkOptionGroup(draft)
  const why = checked.ok ? (typing.size > 0 ? t('menuEdits.priceMalformed') : null) : t(menuProblemKeyOf(checked.code))
  const removed = removedOptionGroup(group, usedBy.length)

  async function save(next: OptionGroup): Promise<void> {
    if (await saveGroup(next)) onClose()
  }
  /** What was never saved goes; what may have been sold is marked. */
  function withoutOption(id: string): OptionGroup['options'] {
    const isStored = group.options.some((option) => option.id === id)
    const kept = draft.options.filter((option) => isStored || option.id !== id)
    return kept.map((option) => (option.id === id ? { ...option, deleted: true } : option))
  }
  return (
    <Sheet title={t('menuEdits.group')} closeLabel={t('manager.cancel')} onClose={onClose} wide>
      <div className="flex flex-col gap-4">
        <NamesFields names={draft.names} onNames={(names) => change({ names })} />
        <div className="grid gap-x-6 gap-y-3 phone:grid-cols-2">
          <SizedStepper
            label={t('menuEdits.min')}
            value={draft.min}
            onStep={(by) => change({ min: Math.min(MOST, Math.max(0, draft.min + by)) })}
          />
          <SizedStepper
            label={t('menuEdits.max')}
            value={draft.max}
            onStep={(by) => change({ max: Math.min(MOST, Math.max(1, draft.max + by)) })}
          />
        </div>
        <Switch
          label={t('menuEdits.variant')}
          on={draft.variant === true}
          onSwitch={(variant) => change({ variant })}
        />
        <h3 className="text-lg font-bold">{t('menuEdits.options')}</h3>
        <ul className="flex flex-col gap-2">
          {shown.map((option, index) => (
            <OptionCard
              key={option.id}
              option={option}
              isFirst={index === 0}
              isLast={index === shown.length - 1}
              onChange={(next) => change({ options: draft.options.map((each) => (each.id === next.id ? next : each)) })}
              onTyping={(isWrong) =>
                setTyping(
                  (last) => new Set([...last].filter((id) => id !== option.id).concat(isWrong ? option.id : [])),
                )
              }
              onMove={(by) => change({ options: [...movedPreset(draft.options, option.id, by)] })}
              onRemove={() => change({ options: withoutOption(option.id) })}
            />
          ))}
        </ul>
        <Button
          className="self-start"
          data-testid={TEST_IDS.addOption}
          disabled={draft.options.length >= MOST}
          onClick={() =>
            change({ options: [...draft.options, { id: ids.next('option'), names: { zh: '', en: '' }, price: 0 }] })
          }
        >
          <Plus aria-hidden size={20} />
          {t('menuEdits.addOption')}
        </Button>
        {usedBy.length > 0 ? (
          <p className="text-sm text-ink-2">
            {t('menuEdits.usedByDishes', {
              names: usedBy.map(({ names }) => words.name(names)).join(t('menuEdits.comma')),
            })}
          </p>
        ) : null}
        <EditSheetFoot
          problem={why}
          onSave={() => void save(draft)}
          removal={{
            problem: removed.ok ? null : t('menuEdits.groupInUse'),
            onRemove: () => removed.ok && void save(removed.value),
          }}
        />
      </div>
    </Sheet>
  )
}
