import { useTranslation } from 'react-i18next'
import { usePerson, useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Choice } from '../../ui/choice.tsx'
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
      <Choice
        label={t('pay.refundThen')}
        unseenLabel
        columns={2}
        optionId={TEST_IDS.refundLowers}
        value={lowers}
        options={[
          { value: true, label: t('pay.refundLowers'), hint: t('pay.refundLowersHint') },
          { value: false, label: t('pay.refundAgain'), hint: t('pay.refundAgainHint') },
        ]}
        onChoose={(chosen) => onChoice({ ...choice, lowers: chosen })}
      />
    </div>
  )
}
