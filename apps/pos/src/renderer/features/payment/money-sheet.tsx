import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Money } from '@orderez/core/kernel'
import { useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { SumKeypad, useTypedSum } from '../sum-entry/index.ts'

interface MoneySheetProps {
  readonly title: string
  /** What the key will do with the sum, in words. */
  readonly doesWith: (amount: string) => ReactNode
  readonly onSum: (sum: Money) => void
  readonly onClose: () => void
}

/** A sum above nothing, by keypad. */
export function MoneySheet({ title, doesWith, onSum, onClose }: MoneySheetProps) {
  const { t } = useTranslation()
  const { money } = useWords()
  const { typed, onTyped, sum } = useTypedSum()
  return (
    <Sheet title={title} closeLabel={t('sheet.close')} onClose={onClose}>
      <div className="flex flex-col gap-4">
        <p className="text-right text-3xl font-bold">{sum === null ? typed || '0' : money(sum)}</p>
        <SumKeypad typed={typed} onTyped={onTyped} />
        <Button
          look="primary"
          size="large"
          data-testid={TEST_IDS.billConfirm}
          disabled={sum === null}
          onClick={() => (sum === null ? undefined : onSum(sum))}
        >
          {sum === null ? t('pay.discountMissing') : doesWith(money(sum))}
        </Button>
      </div>
    </Sheet>
  )
}
