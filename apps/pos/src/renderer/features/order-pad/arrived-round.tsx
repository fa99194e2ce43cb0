import { Combine } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { OrderId } from '@orderez/core/kernel'
import { TEST_IDS } from '../../test-ids.ts'
import { SentLines } from './sent-round.tsx'
import type { ArrivedLines, SlipLine } from './slip-rounds.ts'

interface ArrivedRoundProps {
  readonly arrived: ArrivedLines
  readonly labelOf: (order: OrderId) => string
  readonly leaving: ReadonlySet<string>
  readonly onLine: (line: SlipLine) => void
}

/** Dishes that a merge or a move brought to this bill, with where they were sent. What is done with them is done there. */
export function ArrivedRound({ arrived: { from, lines }, labelOf, leaving, onLine }: ArrivedRoundProps) {
  const { t } = useTranslation()
  return (
    <section data-testid={TEST_IDS.arrived} data-from={from} className="perforated pb-2">
      <h3 className="flex min-h-(--touch-min) items-center gap-2 px-4 text-sm font-bold">
        <Combine aria-hidden size={18} />
        {t('moves.from', { order: labelOf(from) })}
      </h3>
      <SentLines lines={lines} labelOf={labelOf} leaving={leaving} onLine={onLine} />
    </section>
  )
}
