import { useState } from 'react'
import { Clock } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Dish } from '@orderez/core/menu'
import { useTerminal } from '../../data/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useMenuEdits } from '../menu-edits/index.ts'
import { SoldOutChoice } from './sold-out-choice.tsx'
import { useEndOfDay } from './use-end-of-day.ts'

interface SoldOutKeysProps {
  readonly dish: Dish
  readonly isOut: boolean
  readonly dishName: string
}

/** One tap and a dish is sold out for the rest of the day; beside it, for how long, once it is. Another tap brings it back. */
export function SoldOutKeys({ dish, isOut, dishName }: SoldOutKeysProps) {
  const { t } = useTranslation()
  const { now } = useTerminal()
  const { saveDish } = useMenuEdits()
  const endOfDay = useEndOfDay()
  const [asking, setAsking] = useState(false)
  return (
    <>
      {isOut ? (
        <IconButton
          label={t('manager.soldOutHowLong', { dish: dishName })}
          testId={TEST_IDS.managerSoldOutUntil}
          onClick={() => setAsking(true)}
        >
          <Clock aria-hidden size={20} />
        </IconButton>
      ) : null}
      <Button
        data-testid={TEST_IDS.managerSoldOut}
        aria-pressed={isOut}
        onClick={() => void saveDish({ ...dish, soldOut: !isOut, soldOutUntil: isOut ? null : endOfDay(now()) })}
      >
        {isOut ? t('manager.backOnSale') : t('manager.makeSoldOut')}
      </Button>
      {asking ? (
        <Sheet title={dishName} closeLabel={t('sheet.close')} onClose={() => setAsking(false)}>
          <SoldOutChoice
            draft={dish}
            onChange={(next) => {
              setAsking(false)
              void saveDish({ ...dish, ...next })
            }}
          />
        </Sheet>
      ) : null}
    </>
  )
}
