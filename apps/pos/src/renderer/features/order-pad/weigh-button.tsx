import { useState } from 'react'
import { Scale } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Quantity } from '@orderez/core/kernel'
import { unitPriceOf } from '@orderez/core/pricing'
import { useCan } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import type { SlipLine } from './slip-rounds.ts'
import { useWeightWords } from './use-weight-words.ts'
import { WeightSheet } from './weight-sheet.tsx'

interface WeighButtonProps {
  readonly line: SlipLine
  readonly onWeight: (weight: Quantity) => void
}

/** What a sent line weighs: the first thing to do where nobody has said it, and to be set right afterwards. */
export function WeighButton({ line: { line, state }, onWeight }: WeighButtonProps) {
  const { t } = useTranslation()
  const can = useCan()
  const wordsOf = useWeightWords()
  const [weighing, setWeighing] = useState(false)
  if (!state || line.unit === 'piece') return null
  const { unweighed, unitQuantity: quantity } = state
  const allowed = can('fact.weightSet')
  const weight = wordsOf({ unit: line.unit, quantity, unweighed })
  return (
    <>
      <Button
        size="large"
        look={unweighed ? 'primary' : 'plain'}
        data-testid={TEST_IDS.setWeight}
        disabled={!allowed}
        hint={allowed ? undefined : t('command.right.missing')}
        onClick={() => setWeighing(true)}
      >
        <Scale aria-hidden size={20} />
        {unweighed ? t('order.setWeight') : t('order.weighAgain', { weight })}
      </Button>
      {weighing ? (
        <WeightSheet
          names={line.names}
          unit={line.unit}
          price={unitPriceOf(state.price)}
          doneLabel={t('order.done')}
          onClose={() => setWeighing(false)}
          onWeight={onWeight}
        />
      ) : null}
    </>
  )
}
