import { useState } from 'react'
import { Scale, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { unitPriceOf } from '@orderez/core/pricing'
import { useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import type { UnsentLine } from './cart-lines.ts'
import type { useCart } from './use-cart.ts'
import { useWeightWords } from './use-weight-words.ts'
import { WeightSheet } from './weight-sheet.tsx'

interface WeightKeysProps {
  readonly unsent: UnsentLine
  readonly cart: ReturnType<typeof useCart>
}

/** Where other lines have a stepper: what it weighs, to be changed, and the way out. */
export function WeightKeys({ unsent, cart }: WeightKeysProps) {
  const { t } = useTranslation()
  const { name } = useWords()
  const wordsOf = useWeightWords()
  const [weighing, setWeighing] = useState(false)
  const { line, quantity } = unsent
  return (
    <>
      <Button data-testid={TEST_IDS.weight} onClick={() => setWeighing(true)}>
        <Scale aria-hidden size={18} />
        {wordsOf({ unit: line.unit, quantity, unweighed: line.weighLater === true })}
      </Button>
      <IconButton
        label={t('order.removeLine', { dish: name(line.names) })}
        testId={TEST_IDS.removeLine}
        onClick={() => cart.changeCount(unsent, -quantity)}
      >
        <X aria-hidden size={20} />
      </IconButton>
      {weighing ? (
        <WeightSheet
          names={line.names}
          unit={line.unit}
          price={unitPriceOf(line.price)}
          doneLabel={t('order.done')}
          onClose={() => setWeighing(false)}
          onWeight={(weight) => {
            cart.weigh(unsent, weight)
            setWeighing(false)
          }}
          laterToo
        />
      ) : null}
    </>
  )
}
