import { useState, type ReactNode } from 'react'
import { ArrowLeft } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { OrderId } from '@orderez/core/kernel'
import { orderClosed, orderNumberText, orderStatus } from '@orderez/core/orders'
import { screenEntered, useUiDispatch } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { useColumns } from '../../ui/use-wide.ts'
import { Contradictions, useOrder, type OrderView } from '../order/index.ts'
import { BillPanel } from './bill-panel.tsx'
import { ClosePanel } from './close-panel.tsx'
import './payment.css'
import { shareToPay } from './payable-shares.ts'
import { TakePanel } from './take-panel.tsx'

/** Settle: the bill, what is still open, and how it is paid. */
export function PaymentScreen({ order }: { readonly order: OrderId }) {
  const { t } = useTranslation()
  const view = useOrder(order)
  const [chosen, setChosen] = useState<string | null>(null)
  const inColumns = useColumns()
  const [foot, setFoot] = useState<HTMLElement | null>(null)
  if (view === undefined) return <p className="p-8 text-ink-2">{t('order.notHere')}</p>
  if (!view) return <p className="p-8 text-ink-2">{t('boot.opening')}</p>
  const share = shareToPay(view.bill, chosen)
  const status = orderStatus(view.state, view.bill)
  const close = <ClosePanel view={view} status={status} />
  const toTake = view.bill.open > 0 || view.bill.pending > 0
  return (
    <main className="flex h-full flex-col">
      <PaymentHead view={view} />
      <Contradictions view={view} />
      <div className="pay-screen min-h-0 flex-1">
        <BillPanel view={view} share={share} status={status} />
        <TakePanel key={share.share ?? ''} view={view} share={share} onShare={setChosen} foot={toTake ? foot : null} />
        {inColumns || toTake ? close : null}
      </div>
      {inColumns ? null : <PaymentFoot onPlace={setFoot}>{toTake ? null : close}</PaymentFoot>}
    </main>
  )
}

interface PaymentFootProps {
  readonly onPlace: (place: HTMLElement | null) => void
  readonly children: ReactNode
}

/** Where everything is in one column, the key that comes next stays in sight, however long the bill. */
function PaymentFoot({ onPlace, children }: PaymentFootProps) {
  return (
    <footer className="border-t border-line bg-surface">
      <div ref={onPlace} />
      {children}
    </footer>
  )
}

function PaymentHead({ view }: { readonly view: OrderView }) {
  const { t } = useTranslation()
  const dispatch = useUiDispatch()
  const closed = orderClosed(view.state)
  return (
    <header className="flex min-h-16 items-center gap-2 border-b border-line bg-surface px-2 phone:gap-4 phone:px-4">
      <Button
        look="quiet"
        data-testid={TEST_IDS.back}
        onClick={() =>
          dispatch(screenEntered(closed ? { name: 'closedOrders' } : { name: 'order', order: view.state.id }))
        }
      >
        <ArrowLeft aria-hidden size={22} />
        <span className="sr-only phone:not-sr-only">{t(closed ? 'closedOrders.show' : 'pay.backToOrder')}</span>
      </Button>
      <h1 className="min-w-0 truncate text-xl font-bold">
        {t('pay.title', { number: orderNumberText(view.state.opening?.number) })}
      </h1>
    </header>
  )
}
