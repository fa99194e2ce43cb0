import { Redo2, Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import type { DocumentEdits } from './use-document-edits.ts'

/** One step back, one step on. */
export function UndoRedo({ edits }: { readonly edits: DocumentEdits }) {
  const { t } = useTranslation()
  return (
    <span className="inline-flex gap-2">
      <Button
        data-testid={TEST_IDS.editUndo}
        aria-label={t('edits.undo')}
        disabled={!edits.canUndo}
        onClick={() => void edits.undo()}
      >
        <Undo2 aria-hidden size={20} />
        <span className="hidden phone:inline">{t('edits.undo')}</span>
      </Button>
      <Button
        data-testid={TEST_IDS.editRedo}
        aria-label={t('edits.redo')}
        disabled={!edits.canRedo}
        onClick={() => void edits.redo()}
      >
        <Redo2 aria-hidden size={20} />
        <span className="hidden phone:inline">{t('edits.redo')}</span>
      </Button>
    </span>
  )
}
