import { useState } from 'react'
import { Tag } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { LinePrice } from '@orderez/core/pricing'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { PriceSheet } from './price-sheet.tsx'
import type { SlipLine } from './slip-rounds.ts'

interface PriceButtonProps {
  readonly line: SlipLine
  readonly mayPrice: boolean
  readonly onPrice: (price: LinePrice) => void
}

/** The price of a sent line that nobody has said yet: without it the bill cannot be paid. */
export function PriceButton({ line: { line, state }, mayPrice, onPrice }: PriceButtonProps) {
  const { t } = useTranslation()
  const [asking, setAsking] = useState(false)
  if (!state?.price.pending) return null
  const { options } = state.price
  return (
    <>
      <Button
        size="large"
        look="primary"
        data-testid={TEST_IDS.setPrice}
        disabled={!mayPrice}
        hint={mayPrice ? undefined : t('command.right.missing')}
        onClick={() => setAsking(true)}
      >
        <Tag aria-hidden size={20} />
        {t('order.setPrice')}
      </Button>
      {asking ? (
        <PriceSheet
          names={line.names}
          doneLabel={t('order.done')}
          mayPrice
          laterToo={false}
          onClose={() => setAsking(false)}
          onDone={({ price }) => (price === undefined ? null : onPrice({ base: price, options }))}
        />
      ) : null}
    </>
  )
}
