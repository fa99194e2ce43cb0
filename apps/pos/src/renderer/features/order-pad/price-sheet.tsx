import { useTranslation } from 'react-i18next'
import type { Money } from '@orderez/core/kernel'
import type { Dish } from '@orderez/core/menu'
import { useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { SumKeypad, useTypedSum } from '../sum-entry/index.ts'

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
  const { typed, onTyped, sum: price } = useTypedSum()
  return (
    <Sheet title={name(dish.names)} closeLabel={t('sheet.close')} onClose={onClose} testId={TEST_IDS.askedNumber}>
      <div className="flex flex-col gap-4">
        <p className="flex items-baseline">
          <span className="flex-1">{t('order.marketPrice')}</span>
          <b className="text-2xl">{price === null ? typed : money(price)}</b>
        </p>
        <SumKeypad typed={typed} mostDigits={MOST_DIGITS} onTyped={onTyped} />
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
