import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { businessDayOf, type DrawerId, type Money } from '@orderez/core/kernel'
import { useTerminal } from '../../data/index.ts'
import { useCan, usePerson } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { SumSheet } from './sum-sheet.tsx'
import { useDrawerEdit } from './use-drawer-edit.ts'

/** Without an open shift: count what lies in the drawer, and begin. */
export function StartShift({ drawer }: { readonly drawer: DrawerId }) {
  const { t } = useTranslation()
  const { ids, now } = useTerminal()
  const { person, branch } = usePerson()
  const can = useCan()
  const edit = useDrawerEdit()
  const [asking, setAsking] = useState(false)
  const allowed = can('edit.shift')

  async function start(float: Money): Promise<void> {
    const openedAt = now()
    const day = businessDayOf(openedAt, branch)
    setAsking(false)
    await edit({ id: ids.next('shift'), kind: 'shift', v: 1, drawer, day, openedAt, openedBy: person.id, float })
  }

  return (
    <section className="flex flex-col gap-4 rounded-lg border border-line bg-surface p-4">
      <p>{t('drawer.closedNow')}</p>
      <Button
        look="primary"
        size="large"
        data-testid={TEST_IDS.startShift}
        disabled={!allowed}
        onClick={() => setAsking(true)}
      >
        {allowed ? t('drawer.start') : t('command.right.missing')}
      </Button>
      {asking ? (
        <SumSheet
          title={t('drawer.float')}
          does={t('drawer.start')}
          zero
          onSum={(sum) => void start(sum)}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </section>
  )
}
