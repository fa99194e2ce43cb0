import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { parseMoney, type Money } from '@orderez/core/kernel'
import type { Dish } from '@orderez/core/menu'
import { usePerson, useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { Keypad } from '../../ui/keypad.tsx'
import { Sheet } from '../../ui/sheet.tsx'

const MOST_DIGITS = 9

interface PriceSheetProps {
  readonly dish: Dish
  readonly onPrice: (price: Money) => void
  readonly onClose: () => void
}

/** Asks for the price of the day before the dish is added. */
export function PriceSheet({ dish, onPrice, onClose }: PriceSheetProps) {
  const { t } = useTranslation()
  const { name, money } = useWords()
  const { branch } = usePerson()
  const [typed, setTyped] = useState('')
  const parsed = parseMoney(typed, branch.currency)
  const price = parsed.ok && parsed.value > 0 ? parsed.value : null
  return (
    <Sheet title={name(dish.names)} closeLabel={t('sheet.close')} onClose={onClose} testId={TEST_IDS.askedNumber}>
      <div className="flex flex-col gap-4">
        <p className="flex items-baseline">
          <span className="flex-1">{t('order.marketPrice')}</span>
          <b className="text-2xl">{price === null ? typed : money(price)}</b>
        </p>
        <Keypad
          deleteLabel={t('keypad.delete')}
          extra={branch.currency.exponent > 0 ? '.' : '00'}
          onDigits={(digits) => setTyped((typed + digits).slice(0, MOST_DIGITS))}
          onDelete={() => setTyped(typed.slice(0, -1))}
        />
        <Button
          look="primary"
          size="large"
          disabled={price === null}
          onClick={() => (price === null ? null : onPrice(price))}
        >
          {t('order.add')}
        </Button>
      </div>
    </Sheet>
  )
}
