import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Money } from '@orderez/core/kernel'
import { useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { SumKeypad, useTypedSum } from '../sum-entry/index.ts'

const REASON_MAX = 120

interface SumSheetProps {
  readonly title: string
  readonly does: string
  /** Whether nothing is a sum too: an empty drawer is, cash out of nothing is not. */
  readonly zero: boolean
  readonly withReason?: boolean
  readonly note?: ReactNode
  readonly onSum: (sum: Money, reason: string) => void
  readonly onClose: () => void
}

/** A sum by keypad, with a reason where one is owed. */
export function SumSheet({ title, does, zero, withReason = false, note, onSum, onClose }: SumSheetProps) {
  const { t } = useTranslation()
  const { money } = useWords()
  const { typed, onTyped, sum } = useTypedSum(zero)
  const [reason, setReason] = useState('')
  const ready = sum !== null && (!withReason || reason.trim() !== '')
  return (
    <Sheet title={title} closeLabel={t('sheet.close')} onClose={onClose}>
      <div className="flex flex-col gap-4">
        {note}
        <p className="flex items-baseline justify-between">
          <span>{t('drawer.sum')}</span>
          <b className="text-3xl" data-testid={TEST_IDS.drawerSum}>
            {sum === null ? typed : money(sum)}
          </b>
        </p>
        {withReason ? (
          <TextField label={t('drawer.reason')} max={REASON_MAX} value={reason} onText={setReason} />
        ) : null}
        <SumKeypad typed={typed} onTyped={onTyped} />
        <Button
          look="primary"
          size="large"
          data-testid={TEST_IDS.drawerConfirm}
          disabled={!ready}
          onClick={() => (sum === null ? undefined : onSum(sum, reason.trim()))}
        >
          {sum !== null && !ready ? t('drawer.reasonMissing') : sum === null ? t('drawer.sumMissing') : does}
        </Button>
      </div>
    </Sheet>
  )
}
