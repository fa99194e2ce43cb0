import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Bill, UnitRef } from '@orderez/core/orders'
import { chosenUnits, counted, MovableRow, toggled, type UnitChoice } from '../table-moves/index.ts'

interface RefundLinesProps {
  readonly share: Bill
  readonly onUnits: (units: readonly UnitRef[]) => void
}

/** The dishes that stand on the bill and cost something: one tap takes a line back, the stepper fewer of it. */
export function RefundLines({ share, onUnits }: RefundLinesProps) {
  const { t } = useTranslation()
  const [choice, setChoice] = useState<UnitChoice>(new Map())
  // What comes with a set meal at no price of its own goes back with the set.
  const lines = share.lines
    .filter(({ amount }) => amount > 0)
    .map(({ line, units, compedUnits }) => ({ line, units: units.filter((unit) => !compedUnits.includes(unit)) }))
    .filter(({ units }) => units.length > 0)

  function choose(next: UnitChoice): void {
    setChoice(next)
    onUnits(chosenUnits(next, lines))
  }

  if (lines.length === 0) return <p className="text-ink-2">{t('command.bill.empty')}</p>
  return (
    <div className="flex flex-col gap-2">
      {lines.map((line) => (
        <MovableRow
          key={line.line.id}
          line={line}
          chosen={choice.get(line.line.id) ?? 0}
          onToggle={() => choose(toggled(choice, line))}
          onCount={(count) => choose(counted(choice, line.line.id, count))}
        />
      ))}
    </div>
  )
}
