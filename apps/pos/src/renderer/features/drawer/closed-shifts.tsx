import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { shiftReport, type CashMovement, type Shift } from '@orderez/core/shifts'
import { useTerminal } from '../../data/index.ts'
import { useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Choice } from '../../ui/choice.tsx'
import { ShiftFigures } from './shift-figures.tsx'
import { useShiftOrders } from './use-shift-orders.ts'

const SHOWN = 14

interface ClosedShiftsProps {
  readonly shifts: readonly Shift[]
  readonly movements: readonly CashMovement[]
}

/** Z reports of the last shifts of a drawer, the newest first. */
export function ClosedShifts({ shifts, movements }: ClosedShiftsProps) {
  const { t } = useTranslation()
  const { time } = useWords()
  const closed = shifts
    .filter((shift) => typeof shift.closedAt === 'number')
    .toSorted((a, b) => b.openedAt - a.openedAt)
    .slice(0, SHOWN)
  const [chosen, setChosen] = useState<Shift['id'] | null>(null)
  const shown = closed.find(({ id }) => id === chosen) ?? closed[0]
  if (!shown) return null
  return (
    <section className="flex flex-col gap-2 rounded-lg border border-line bg-surface p-4">
      <h2 className="font-bold">{t('drawer.closedShifts')}</h2>
      <Choice
        label={t('drawer.closedShifts')}
        unseenLabel
        optionId={TEST_IDS.closedShift}
        value={shown.id}
        options={closed.map((shift) => ({
          value: shift.id,
          label: shift.day,
          hint: `${time(shift.openedAt)} – ${time(shift.closedAt ?? shift.openedAt)}`,
        }))}
        onChoose={setChosen}
      />
      <ClosedShift key={shown.id} shift={shown} movements={movements} />
    </section>
  )
}

function ClosedShift({ shift, movements }: { readonly shift: Shift; readonly movements: readonly CashMovement[] }) {
  const { t } = useTranslation()
  const { now } = useTerminal()
  const orders = useShiftOrders(shift)
  if (!orders) return <p className="text-ink-2">{t('boot.opening')}</p>
  return <ShiftFigures report={shiftReport(shift, orders, movements, now())} />
}
