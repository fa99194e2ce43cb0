import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { Stepper } from '../../ui/stepper.tsx'
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
        <div className="flex items-center justify-between gap-4">
          <Stepper
            value={count}
            lessLabel={t('order.fewer')}
            moreLabel={t('order.moreUnits')}
            onLess={() => setCount(Math.max(0, count - 1))}
            onMore={() => setCount(Math.min(MOST, count + 1))}
          />
          <Button
            look="primary"
            size="large"
            data-testid={TEST_IDS.guestsDone}
            disabled={count === guests}
            onClick={() => onGuests(count)}
          >
            {t('order.guestsSet', { count })}
          </Button>
        </div>
      </div>
    </Sheet>
  )
}
