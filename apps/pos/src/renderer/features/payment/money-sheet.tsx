import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { parseMoney, type Money } from '@orderez/core/kernel'
import { usePerson, useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { Keypad } from '../../ui/keypad.tsx'
import { Sheet } from '../../ui/sheet.tsx'

const MOST_DIGITS = 12

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
  const { branch } = usePerson()
  const [typed, setTyped] = useState('')
  const parsed = parseMoney(typed, branch.currency)
  const sum = parsed.ok && parsed.value > 0 ? parsed.value : null
  return (
    <Sheet title={title} closeLabel={t('sheet.close')} onClose={onClose}>
      <div className="flex flex-col gap-4">
        <p className="text-right text-3xl font-bold">{sum === null ? typed || '0' : money(sum)}</p>
        <Keypad
          deleteLabel={t('keypad.delete')}
          extra={branch.currency.exponent > 0 ? '.' : '00'}
          onDigits={(digits) => setTyped((typed + digits).slice(0, MOST_DIGITS))}
          onDelete={() => setTyped(typed.slice(0, -1))}
        />
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
