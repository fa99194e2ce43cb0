import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { GuestKeys } from './guest-keys.tsx'

const MOST = 999

interface GuestsSheetProps {
  readonly guests: number
  readonly onGuests: (guests: number) => void
  readonly onClose: () => void
}

/** How many sit there; charges per guest and the kitchen go by it. One tap for as many as are usual, a stepper for the rest. */
export function GuestsSheet({ guests, onGuests, onClose }: GuestsSheetProps) {
  const { t } = useTranslation()
  const [count, setCount] = useState(guests)
  return (
    <Sheet title={t('order.guests')} closeLabel={t('sheet.close')} onClose={onClose}>
      <div className="flex flex-col gap-4">
        <GuestKeys guests={guests} onGuests={(tapped) => (tapped === guests ? onClose() : onGuests(tapped))} />
        <div className="flex items-end justify-between gap-4">
          <NumberField
            label={t('order.guestsOther')}
            value={count}
            min={0}
            max={MOST}
            lessLabel={t('order.fewer')}
            moreLabel={t('order.moreUnits')}
            onValue={setCount}
          />
          <Button
            look="primary"
            size="large"
            data-testid={TEST_IDS.guestsDone}
            onClick={() => (count === guests ? onClose() : onGuests(count))}
          >
            {t('order.guestsSet', { count })}
          </Button>
        </div>
      </div>
    </Sheet>
  )
}
