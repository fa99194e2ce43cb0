import { useTranslation } from 'react-i18next'
import { usePerson, useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { SumKeypad } from '../sum-entry/index.ts'
import { sumTyped } from './sum-typed.ts'

export interface SumChoice {
  readonly typed: string
  /** Whether the bill falls too, or somebody pays it again another way. */
  readonly lowers: boolean
}

interface RefundSumProps {
  readonly choice: SumChoice
  readonly onChoice: (choice: SumChoice) => void
}

export function RefundSum({ choice, onChoice }: RefundSumProps) {
  const { t } = useTranslation()
  const { money } = useWords()
  const { branch } = usePerson()
  const { typed, lowers } = choice
  const sum = sumTyped(typed, branch.currency)
  return (
    <div className="flex flex-col gap-2">
      <p className="text-right text-3xl font-bold">{sum > 0 ? money(sum) : typed || '0'}</p>
      <SumKeypad typed={typed} onTyped={(text) => onChoice({ ...choice, typed: text })} />
      <div className="grid grid-cols-2 gap-2">
        {[true, false].map((each) => (
          <Button
            key={String(each)}
            look={each === lowers ? 'chosen' : 'plain'}
            aria-pressed={each === lowers}
            data-testid={TEST_IDS.refundLowers}
            data-lowers={each}
            hint={t(each ? 'pay.refundLowersHint' : 'pay.refundAgainHint')}
            onClick={() => onChoice({ ...choice, lowers: each })}
          >
            {t(each ? 'pay.refundLowers' : 'pay.refundAgain')}
          </Button>
        ))}
      </div>
    </div>
  )
}
