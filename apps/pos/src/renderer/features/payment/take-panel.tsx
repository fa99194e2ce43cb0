import { useState } from 'react'
import { settingsOf } from '@orderez/core/branch'
import type { FactId } from '@orderez/core/kernel'
import { orderClosed, WHOLE_SHARE, type Bill, type Tender } from '@orderez/core/orders'
import { isQrTender, nextPart, takeable } from '@orderez/core/payments'
import { usePerson, useUi } from '../../state/index.ts'
import type { OrderView } from '../order/index.ts'
import { CashPanel } from './cash-panel.tsx'
import { OpenSum } from './open-sum.tsx'
import { paymentForTap } from './payment-for-tap.ts'
import { planPayment } from './payment-plan.ts'
import { QrSheet } from './qr-sheet.tsx'
import { SplitChoice } from './split-choice.tsx'
import { TenderChoice } from './tender-choice.tsx'
import { NO_TIP, tipOf, type Tip } from './tip.ts'
import { TipChoice } from './tip-choice.tsx'
import { useBillCommand } from './use-bill-command.ts'

interface TakePanelProps {
  readonly view: OrderView
  readonly share: Bill
  /** Null: whichever owes something next. */
  readonly onShare: (share: string | null) => void
  /** Where the key that takes the money stands instead of below the sums. */
  readonly foot: HTMLElement | null
}

/** What is open, how it is divided and paid, and how much of it now. */
export function TakePanel({ view, share, onShare, foot }: TakePanelProps) {
  const { branch } = usePerson()
  const drawer = useUi((state) => state.preferences.drawer)
  const run = useBillCommand(view.state.id)
  const { tenders, tipRates } = settingsOf(branch)
  const [tender, setTender] = useState<Tender>(tenders.includes('cash') ? 'cash' : (tenders[0] ?? 'cash'))
  const [typed, setTyped] = useState('')
  const [tip, setTip] = useState<Tip>(NO_TIP)
  const [started, setStarted] = useState<FactId | null>(null)
  const [inParts, setInParts] = useState(true)
  // A closed bill takes money only for what came to it later.
  const over = orderClosed(view.state) && view.bill.open <= 0 && view.bill.pending === 0
  const waiting = share.payments.find(({ fact }) => fact === started)
  const part = inParts ? nextPart(share) : null
  const left = takeable(share)
  const wanted = part?.amount ?? left
  const tipSum = tipOf(tip, wanted)
  const plan = planPayment(typed, { wanted, tip: tipSum, tender }, branch.currency)

  /** Two taps are one payment: the second finds the first under way, or the bill changed by it. */
  async function take(state: 'confirmed' | 'started'): Promise<void> {
    if (typeof plan === 'string') return
    const { change: _change, ...sums } = plan
    const at = { order: view.state.id, share: share.share ?? WHOLE_SHARE }
    const facts = await run((around) => paymentForTap(around, { at, tender, state, ...sums }, left, drawer))
    if (!facts) return
    setTyped('')
    setTip(NO_TIP)
    if (state === 'started') setStarted(facts[0]?.id ?? null)
    else if (sums.amount >= share.open) onShare(null)
  }

  return (
    <>
      <section className="pay-take flex flex-col gap-3 overflow-y-auto bg-ground p-4">
        <OpenSum view={view} share={share} part={part} />
        <SplitChoice view={view} share={share} part={part} onInParts={setInParts} onShare={onShare} />
        {over ? null : <TenderChoice tenders={tenders} chosen={tender} onTender={setTender} />}
        {tipRates.length > 0 && left > 0 ? <TipChoice wanted={wanted} tip={tip} onTip={setTip} /> : null}
      </section>
      {over ? (
        <div className="pay-cash bg-surface" />
      ) : (
        <CashPanel
          wanted={wanted}
          tip={tipSum}
          tender={tender}
          typed={typed}
          plan={plan}
          foot={foot}
          onTyped={setTyped}
          onTake={() => void take('confirmed')}
          onStart={isQrTender(tender) ? () => void take('started') : null}
          unpriced={share.pendingPrices.length > 0}
          pending={left === 0 && share.pending > 0}
        />
      )}
      {waiting ? <QrSheet view={view} payment={waiting} onClose={() => setStarted(null)} /> : null}
    </>
  )
}
