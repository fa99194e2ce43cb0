import { useMemo, useState } from 'react'
import { ArrowLeft } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { businessDayOf } from '@orderez/core/kernel'
import { useLive, useTerminal } from '../../data/index.ts'
import { screenEntered, usePerson, useUiDispatch } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { ClosedOrderRow } from './closed-order-row.tsx'
import { closedOrders, isAskedFor } from './closed-orders.ts'

const SEARCH_MAX = 20

/** What was closed today: the way back to a bill that is paid, to print it, give money back or open it again. */
export function ClosedOrdersScreen() {
  const { t } = useTranslation()
  const { now, queries } = useTerminal()
  const { branch } = usePerson()
  const dispatch = useUiDispatch()
  const [today] = useState(() => businessDayOf(now(), branch))
  const ofDay = useLive(queries.ordersOfDay(today))
  const open = useLive(queries.openOrders)
  const floor = useLive(queries.floor)
  const [asked, setAsked] = useState('')
  const all = useMemo(() => {
    if (!ofDay || !open) return null
    const orders = [...new Map([...ofDay, ...open].map((order) => [order.id, order])).values()]
    return closedOrders(orders, (table) => floor?.tables.get(table)?.label)
  }, [ofDay, open, floor])
  if (!all) return <p className="p-8 text-ink-2">{t('boot.opening')}</p>
  const found = all.filter((order) => isAskedFor(order, asked))
  return (
    <main className="above-notices mx-auto flex h-full max-w-4xl flex-col gap-4 overflow-y-auto p-4">
      <header className="flex items-center gap-2 phone:gap-4">
        <Button look="quiet" data-testid={TEST_IDS.back} onClick={() => dispatch(screenEntered({ name: 'tables' }))}>
          <ArrowLeft aria-hidden size={22} />
          <span className="sr-only phone:not-sr-only">{t('bar.tables')}</span>
        </Button>
        <h1 className="min-w-0 truncate text-xl font-bold">{t('closedOrders.title', { count: all.length })}</h1>
      </header>
      <TextField
        label={t('closedOrders.search')}
        max={SEARCH_MAX}
        value={asked}
        onText={setAsked}
        inputMode="search"
        data-testid={TEST_IDS.closedSearch}
      />
      <ul className="flex flex-col gap-2">
        {found.map((order) => (
          <li key={order.state.id}>
            <ClosedOrderRow
              order={order}
              onOpen={() => dispatch(screenEntered({ name: 'payment', order: order.state.id }))}
            />
          </li>
        ))}
      </ul>
      {found.length === 0 ? (
        <p className="p-4 text-ink-2">{t(all.length === 0 ? 'closedOrders.none' : 'closedOrders.notFound')}</p>
      ) : null}
    </main>
  )
}
