import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { checkOptionGroup, removedOptionGroup, type Dish, type OptionGroup } from '@orderez/core/menu'
import { useWords } from '../../state/index.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { Switch } from '../../ui/switch.tsx'
import { EditSheetFoot, NamesFields, CountField } from '../document-edits/index.ts'
import { useMenuEdits } from '../menu-edits/index.ts'
import { menuProblemKeyOf } from './menu-problem-keys.ts'
import { GroupOptions } from './group-options.tsx'

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
  const { saveGroup } = useMenuEdits()
  const [opened] = useState(group)
  const [draft, setDraft] = useState(group)
  const [typing, setTyping] = useState<ReadonlySet<string>>(new Set())
  const change = (next: Partial<OptionGroup>) => setDraft((last) => ({ ...last, ...next }))
  const checked = checkOptionGroup(draft)
  const why = checked.ok ? (typing.size > 0 ? t('menuEdits.priceMalformed') : null) : t(menuProblemKeyOf(checked.code))
  const removed = removedOptionGroup(group, usedBy.length)

  async function save(next: OptionGroup): Promise<void> {
    if (await saveGroup(next, opened)) onClose()
  }
  return (
    <Sheet title={t('menuEdits.group')} closeLabel={t('manager.cancel')} onClose={onClose} wide>
      <div className="flex flex-col gap-4">
        <NamesFields names={draft.names} onNames={(names) => change({ names })} />
        <div className="grid gap-x-6 gap-y-3 phone:grid-cols-2">
          <CountField
            label={t('menuEdits.min')}
            value={draft.min}
            min={0}
            max={MOST}
            inRow
            onValue={(min) => change({ min })}
          />
          <CountField
            label={t('menuEdits.max')}
            value={draft.max}
            min={1}
            max={MOST}
            inRow
            onValue={(max) => change({ max })}
          />
        </div>
        <Switch
          label={t('menuEdits.variant')}
          on={draft.variant === true}
          onSwitch={(variant) => change({ variant })}
        />
        <GroupOptions
          stored={group.options}
          options={draft.options}
          onOptions={(options) => change({ options })}
          onTyping={(option, isWrong) =>
            setTyping((last) => new Set([...last].filter((id) => id !== option).concat(isWrong ? option : [])))
          }
        />
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
