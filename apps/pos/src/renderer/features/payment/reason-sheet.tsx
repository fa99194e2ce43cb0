import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Reason } from '@orderez/core/branch'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { ReasonChoice } from './reason-choice.tsx'

interface ReasonSheetProps {
  readonly title: string
  readonly does: string
  readonly use: Reason['use']
  readonly onReason: (reason: string) => void
  readonly onClose: () => void
}

/** Asks why, before something that was said about money is taken back. */
export function ReasonSheet({ title, does, use, onReason, onClose }: ReasonSheetProps) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const ready = reason.trim() !== ''
  return (
    <Sheet title={title} closeLabel={t('sheet.close')} onClose={onClose}>
      <div className="flex flex-col gap-4">
        <ReasonChoice use={use} reason={reason} onReason={setReason} />
        <Button
          look="primary"
          size="large"
          data-testid={TEST_IDS.billConfirm}
          disabled={!ready}
          onClick={() => onReason(reason.trim())}
        >
          {ready ? does : t('pay.reasonMissing')}
        </Button>
      </div>
    </Sheet>
  )
}
