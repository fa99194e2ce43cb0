import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Names } from '@orderez/core/kernel'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { NamesFields } from '../document-edits/index.ts'

interface EntrySheetProps {
  readonly title: string
  readonly names: Names
  readonly onNames: (names: Names) => void
  /** Why it cannot be saved yet, beside a missing name. */
  readonly problem?: string | null
  readonly onSave: () => Promise<boolean>
  readonly onClose: () => void
  readonly children?: ReactNode
}

/** One entry of a list: its names, whatever else it has, and Save. */
export function EntrySheet({ title, names, onNames, problem = null, onSave, onClose, children }: EntrySheetProps) {
  const { t } = useTranslation()
  const isNamed = names.zh.trim() !== '' || names.en.trim() !== ''
  const why = isNamed ? problem : t('manager.needsName')
  return (
    <Sheet title={title} closeLabel={t('manager.cancel')} onClose={onClose}>
      <div className="flex flex-col gap-4">
        <NamesFields names={names} onNames={onNames} />
        {children}
        <Button
          look="primary"
          className="self-end"
          data-testid={TEST_IDS.managerSave}
          disabled={why !== null}
          hint={why ?? undefined}
          onClick={() => void onSave().then((isSaved) => isSaved && onClose())}
        >
          {t('manager.save')}
        </Button>
      </div>
    </Sheet>
  )
}
