import { useTranslation } from 'react-i18next'
import { share as equalShares, type Money } from '@orderez/core/kernel'
import { useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { Sheet } from '../../ui/sheet.tsx'

const FEWEST = 2
const MOST = 20

interface WaysSheetProps {
  readonly due: Money
  readonly guests: number
  readonly onWays: (ways: number) => void
  readonly onClose: () => void
}

/** Into how many equal parts: one tap, each says what a part comes to. The number of guests is marked. */
export function WaysSheet({ due, guests, onWays, onClose }: WaysSheetProps) {
  const { t } = useTranslation()
  const { money } = useWords()
  return (
    <Sheet title={t('pay.waysTitle')} closeLabel={t('sheet.close')} onClose={onClose}>
      <div className="grid grid-cols-3 gap-2 phone:grid-cols-4">
        {Array.from({ length: MOST - FEWEST + 1 }, (_, index) => index + FEWEST).map((ways) => (
          <Button
            key={ways}
            size="large"
            look={ways === guests ? 'chosen' : 'plain'}
            data-testid={TEST_IDS.ways}
            data-ways={ways}
            hint={money(equalShares(due, ways)[0] ?? due)}
            onClick={() => onWays(ways)}
          >
            {ways}
          </Button>
        ))}
      </div>
    </Sheet>
  )
}
