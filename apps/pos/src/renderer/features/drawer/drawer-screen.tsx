import { useState } from 'react'
import { ReceiptText } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Drawer } from '@orderez/core/shifts'
import { openShiftOf } from '@orderez/core/shifts'
import { useLive, useTerminal } from '../../data/index.ts'
import { drawerChosen, screenEntered, useCan, useUi, useUiDispatch } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { AddDrawer } from './add-drawer.tsx'
import { ClosedShifts } from './closed-shifts.tsx'
import { OpenShift } from './open-shift.tsx'
import { StartShift } from './start-shift.tsx'

/** The drawer of this terminal: its opening count, what goes in and out, and its closing count. */
export function DrawerScreen() {
  const { t } = useTranslation()
  const { queries } = useTerminal()
  const dispatch = useUiDispatch()
  const can = useCan()
  const drawers = useLive(queries.documents('drawer'))?.toSorted((a, b) => a.sort - b.sort || (a.id < b.id ? -1 : 1))
  const chosen = useUi((state) => state.preferences.drawer)
  const [adding, setAdding] = useState(false)
  const drawer = drawers?.find(({ id }) => id === chosen) ?? null
  if (!drawers) return <p className="p-8 text-ink-2">{t('boot.opening')}</p>
  return (
    <main className="above-notices mx-auto flex h-full max-w-4xl flex-col gap-4 overflow-y-auto p-4">
      <header className="flex items-center gap-4">
        <h1 className="flex-1 text-xl font-bold">{t('drawer.title')}</h1>
        <Button data-testid={TEST_IDS.closedOrders} onClick={() => dispatch(screenEntered({ name: 'closedOrders' }))}>
          <ReceiptText aria-hidden size={20} />
          {t('closedOrders.show')}
        </Button>
      </header>
      <div className="flex flex-wrap items-end gap-2">
        <Choice
          label={t('drawer.which')}
          optionId={TEST_IDS.drawer}
          value={chosen}
          options={drawers.map(({ id, name }) => ({ value: id, label: name }))}
          onChoose={(id) => id !== null && dispatch(drawerChosen(id))}
        />
        {can('edit.drawer') ? (
          <Button look="quiet" data-testid={TEST_IDS.addDrawer} onClick={() => setAdding(true)}>
            {t('drawer.add')}
          </Button>
        ) : null}
      </div>
      {drawer ? <ChosenDrawer key={drawer.id} drawer={drawer} /> : null}
      {!drawer ? <Notice tone="wait">{t(drawers.length > 0 ? 'drawer.choose' : 'drawer.none')}</Notice> : null}
      {adding ? <AddDrawer sort={drawers.length} onDone={() => setAdding(false)} /> : null}
    </main>
  )
}

function ChosenDrawer({ drawer }: { readonly drawer: Drawer }) {
  const { t } = useTranslation()
  const { queries } = useTerminal()
  const shifts = useLive(queries.documents('shift'))
  const movements = useLive(queries.documents('cashMovement'))
  if (!shifts || !movements) return <p className="text-ink-2">{t('boot.opening')}</p>
  const open = openShiftOf(shifts, drawer.id)
  return (
    <>
      {open ? <OpenShift shift={open} movements={movements} /> : <StartShift drawer={drawer.id} />}
      <ClosedShifts shifts={shifts.filter((shift) => shift.drawer === drawer.id)} movements={movements} />
    </>
  )
}
