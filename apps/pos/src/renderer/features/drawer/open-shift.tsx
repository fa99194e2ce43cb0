import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Money } from '@orderez/core/kernel'
import { shiftReport, type CashMovement, type Shift } from '@orderez/core/shifts'
import { useTerminal } from '../../data/index.ts'
import { useCan, usePerson, useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { ShiftFigures } from './shift-figures.tsx'
import { SumSheet } from './sum-sheet.tsx'
import { useDrawerEdit } from './use-drawer-edit.ts'
import { useShiftOrders } from './use-shift-orders.ts'

type Asked = 'in' | 'out' | 'close'

interface OpenShiftProps {
  readonly shift: Shift
  readonly movements: readonly CashMovement[]
}

/** The running shift: its X report, cash in and out, and the closing count, which nobody is told in advance. */
export function OpenShift({ shift, movements }: OpenShiftProps) {
  const { t } = useTranslation()
  const { ids, now } = useTerminal()
  const { person } = usePerson()
  const { time } = useWords()
  const can = useCan()
  const edit = useDrawerEdit()
  const [asked, setAsked] = useState<Asked | null>(null)
  const orders = useShiftOrders(shift)
  const allowed = can('edit.shift') && can('edit.cashMovement')
  const report = orders && shiftReport(shift, orders, movements, now())

  async function move(direction: CashMovement['direction'], amount: Money, reason: string): Promise<void> {
    setAsked(null)
    const { drawer } = shift
    const id = ids.next('cashMovement')
    await edit({ id, kind: 'cashMovement', v: 1, drawer, at: now(), by: person.id, direction, amount, reason })
  }

  async function close(counted: Money): Promise<void> {
    setAsked(null)
    await edit({ ...shift, closedAt: now(), closedBy: person.id, counted })
  }

  return (
    <section
      data-testid={TEST_IDS.openShift}
      className="flex flex-col gap-4 rounded-lg border border-line bg-surface p-4"
    >
      <h2 className="font-bold">{t('drawer.openSince', { time: time(shift.openedAt) })}</h2>
      {report ? <ShiftFigures report={report} blind /> : <p>{t('boot.opening')}</p>}
      <div className="flex flex-wrap gap-2">
        <Button disabled={!allowed} data-testid={TEST_IDS.cashIn} onClick={() => setAsked('in')}>
          {t('drawer.cashIn')}
        </Button>
        <Button disabled={!allowed} data-testid={TEST_IDS.cashOut} onClick={() => setAsked('out')}>
          {t('drawer.cashOut')}
        </Button>
        <Button
          look="primary"
          disabled={!allowed}
          data-testid={TEST_IDS.closeShift}
          hint={allowed ? undefined : t('command.right.missing')}
          onClick={() => setAsked('close')}
        >
          {t('drawer.closeShift')}
        </Button>
      </div>
      {asked === 'in' || asked === 'out' ? (
        <SumSheet
          key={asked}
          title={t(asked === 'in' ? 'drawer.cashIn' : 'drawer.cashOut')}
          does={t(asked === 'in' ? 'drawer.cashIn' : 'drawer.cashOut')}
          zero={false}
          withReason
          onSum={(sum, reason) => void move(asked, sum, reason)}
          onClose={() => setAsked(null)}
        />
      ) : null}
      {asked === 'close' ? (
        <SumSheet
          title={t('drawer.count')}
          does={t('drawer.closeShift')}
          zero
          note={<p className="text-ink-2">{t('drawer.countFirst')}</p>}
          onSum={(sum) => void close(sum)}
          onClose={() => setAsked(null)}
        />
      ) : null}
    </section>
  )
}
