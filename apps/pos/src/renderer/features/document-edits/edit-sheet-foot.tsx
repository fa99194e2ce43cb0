import { useTranslation } from 'react-i18next'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'

interface EditSheetFootProps {
  /** Why it cannot be saved yet. */
  readonly problem: string | null
  readonly onSave: () => void
  /** Left out while there is nothing to delete; `problem` is why it cannot be deleted. */
  readonly removal?: { readonly problem: string | null; readonly onRemove: () => void } | null
}

/** Delete on the left, Save on the right; what cannot be done says why. */
export function EditSheetFoot({ problem, onSave, removal = null }: EditSheetFootProps) {
  const { t } = useTranslation()
  return (
    <div className="sticky bottom-0 flex gap-2 bg-surface pt-2">
      {removal ? (
        <Button
          look="danger"
          disabled={removal.problem !== null}
          hint={removal.problem ?? undefined}
          onClick={removal.onRemove}
        >
          {t('manager.delete')}
        </Button>
      ) : null}
      <span className="flex-1" />
      <Button
        look="primary"
        data-testid={TEST_IDS.managerSave}
        disabled={problem !== null}
        hint={problem ?? undefined}
        onClick={onSave}
      >
        {t('manager.save')}
      </Button>
    </div>
  )
}
