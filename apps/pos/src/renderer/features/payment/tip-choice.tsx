import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { settingsOf } from '@orderez/core/branch'
import type { Money } from '@orderez/core/kernel'
import { usePerson, useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { MoneySheet } from './money-sheet.tsx'
import { NO_TIP, tipOf, type Tip } from './tip.ts'

interface TipChoiceProps {
  /** What is taken now, which a rate is of. */
  readonly wanted: Money
  readonly tip: Tip
  readonly onTip: (tip: Tip) => void
}

const PPM_OF_PERCENT = 10_000

/** None, one of the branch's rates, or a sum of the guest's own. */
export function TipChoice({ wanted, tip, onTip }: TipChoiceProps) {
  const { t } = useTranslation()
  const { money } = useWords()
  const { branch } = usePerson()
  const [typing, setTyping] = useState(false)
  const sum = tipOf(tip, wanted)
  const own = 'sum' in tip && tip.sum > 0
  return (
    <section className="flex flex-wrap items-center gap-2">
      <h2 className="font-bold">
        {t('pay.tip')}
        <span className="block text-sm" data-testid={TEST_IDS.tipSum} data-amount={sum}>
          {sum > 0 ? money(sum) : null}
        </span>
      </h2>
      <div className="pay-tips">
        <Choice chosen={sum === 0} rate="0" label={t('pay.tipNone')} onChoose={() => onTip(NO_TIP)} />
        {settingsOf(branch).tipRates.map((ratePpm) => (
          <Choice
            key={ratePpm}
            chosen={'ratePpm' in tip && tip.ratePpm === ratePpm}
            rate={String(ratePpm)}
            label={`${ratePpm / PPM_OF_PERCENT}%`}
            onChoose={() => onTip({ ratePpm })}
          />
        ))}
        <Choice chosen={own} rate="own" label={t('pay.tipOwn')} onChoose={() => setTyping(true)} />
      </div>
      {typing ? (
        <MoneySheet
          title={t('pay.tipTitle')}
          doesWith={(amount) => t('pay.tipGive', { amount })}
          onSum={(given) => {
            setTyping(false)
            onTip({ sum: given })
          }}
          onClose={() => setTyping(false)}
        />
      ) : null}
    </section>
  )
}

interface ChoiceProps {
  readonly chosen: boolean
  readonly rate: string
  readonly label: string
  readonly onChoose: () => void
}

function Choice({ chosen, rate, label, onChoose }: ChoiceProps) {
  return (
    <Button
      look={chosen ? 'chosen' : 'plain'}
      className="pay-tip"
      aria-pressed={chosen}
      data-testid={TEST_IDS.tip}
      data-rate={rate}
      onClick={onChoose}
    >
      {label}
    </Button>
  )
}
