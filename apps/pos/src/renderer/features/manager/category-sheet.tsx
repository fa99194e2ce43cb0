import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Category } from '@orderez/core/menu'
import { Sheet } from '../../ui/sheet.tsx'
import { Switch } from '../../ui/switch.tsx'
import { EditSheetFoot, NamesFields } from '../document-edits/index.ts'
import { useMenuEdits } from '../menu-edits/index.ts'

interface CategorySheetProps {
  readonly category: Category
  /** Only an empty category can be deleted: its dishes would be nowhere. */
  readonly isEmpty: boolean
  readonly onClose: () => void
}

export function CategorySheet({ category, isEmpty, onClose }: CategorySheetProps) {
  const { t } = useTranslation()
  const { saveCategory } = useMenuEdits()
  const [opened] = useState(category)
  const [draft, setDraft] = useState(category)
  const { names, status } = draft
  const isNamed = names.zh.trim() !== '' || names.en.trim() !== ''
  const isNew = category.names.zh === '' && category.names.en === ''
  async function save(next: Category): Promise<void> {
    if (await saveCategory(next, opened)) onClose()
  }
  return (
    <Sheet title={t('manager.category')} closeLabel={t('manager.cancel')} onClose={onClose}>
      <div className="flex flex-col gap-4">
        <NamesFields names={names} onNames={(next) => setDraft({ ...draft, names: next })} />
        <Switch
          label={t('manager.onShelf')}
          on={status === 'onShelf'}
          onSwitch={(on) => setDraft({ ...draft, status: on ? 'onShelf' : 'offShelf' })}
        />
        <EditSheetFoot
          problem={isNamed ? null : t('manager.needsName')}
          onSave={() => void save(draft)}
          removal={
            isNew
              ? null
              : {
                  problem: isEmpty ? null : t('manager.notEmpty'),
                  onRemove: () => void save({ ...category, deleted: true }),
                }
          }
        />
      </div>
    </Sheet>
  )
}
