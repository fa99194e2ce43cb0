import { Gift } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { settingsOf } from '@orderez/core/branch'
import type { FactId } from '@orderez/core/kernel'
import { useCan, usePerson, useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import type { SlipLine } from './slip-rounds.ts'

interface CompChoicesProps {
  readonly line: SlipLine
  readonly onComp: (reason: string) => void
  readonly onWithdraw: (of: FactId) => void
}

/** Gives a dish away by one of the branch's reasons, or charges for it again. */
export function CompChoices({ line, onComp, onWithdraw }: CompChoicesProps) {
  const { t } = useTranslation()
  const { name } = useWords()
  const { branch } = usePerson()
  const can = useCan()
  const reasons = (settingsOf(branch).reasons ?? []).filter(({ use }) => use === 'comp')
  const allowed = can('fact.comped')
  const given = line.state?.units.find((unit) => line.units.includes(unit.unit) && unit.comped)?.comped?.facts[0]
  if (given !== undefined) {
    const mayWithdraw = can('fact.compWithdrawn')
    return (
      <Button
        size="large"
        disabled={!mayWithdraw}
        hint={mayWithdraw ? undefined : t('command.right.missing')}
        onClick={() => onWithdraw(given)}
      >
        {t('order.compWithdraw')}
      </Button>
    )
  }
  if (reasons.length === 0) return null
  return (
    <section className="flex flex-col gap-2">
      <h3 className="flex items-center gap-2 font-bold">
        <Gift aria-hidden size={20} />
        {t(allowed ? 'order.compWhy' : 'order.compNotAllowed')}
      </h3>
      <div className="grid grid-cols-2 gap-2">
        {reasons.map(({ id, names }) => (
          <Button
            key={id}
            size="large"
            disabled={!allowed}
            data-testid={TEST_IDS.compReason}
            onClick={() => onComp(name(names))}
          >
            {name(names)}
          </Button>
        ))}
      </div>
    </section>
  )
}
