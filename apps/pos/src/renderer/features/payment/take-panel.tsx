import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { WHOLE_SHARE, type Bill, type Tender } from '@orderez/core/orders'
import { takePayment } from '@orderez/core/payments'
import { useWords, usePerson } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { useCommand } from '../command/index.ts'
import type { OrderView } from '../order/index.ts'
import { CashPanel } from './cash-panel.tsx'
import { planPayment } from './payment-plan.ts'

const TENDERS = ['cash', 'wechat', 'alipay', 'card', 'member', 'voucher'] as const satisfies readonly Tender[]

interface TakePanelProps {
  readonly view: OrderView
  readonly share: Bill
}

/** What is open, how it is paid, and how much of it now. */
export function TakePanel({ view, share }: TakePanelProps) {
  const { t } = useTranslation()
  const { money } = useWords()
  const { branch } = usePerson()
  const run = useCommand()
  const busy = useRef(false)
  const [tender, setTender] = useState<Tender>('cash')
  const [typed, setTyped] = useState('')
  const plan = planPayment(typed, share.open, tender, branch.currency)

  /** Two taps are one payment: the second finds the first under way. */
  async function take(): Promise<void> {
    if (busy.current || typeof plan === 'string') return
    busy.current = true
    const { amount, tendered } = plan
    const at = { order: view.state.id, share: share.share ?? WHOLE_SHARE }
    const facts = await run((context) => takePayment(view.around, { at, tender, amount, tendered }, context))
    if (facts) setTyped('')
    busy.current = false
  }

  return (
    <>
      <section className="pay-take flex flex-col gap-4 bg-ground p-4">
        <div>
          <h2 className="text-ink-2">{t('pay.open')}</h2>
          <p className="text-4xl font-bold" data-testid={TEST_IDS.billOpen} data-amount={view.bill.open}>
            {money(view.bill.open)}
          </p>
          <p className="text-sm text-ink-2" data-testid={TEST_IDS.billPaid} data-amount={view.bill.paid}>
            {t('pay.ofDue', { due: money(view.bill.due), paid: money(view.bill.paid) })}
          </p>
        </div>
        <h2 className="font-bold">{t('pay.how')}</h2>
        <div className="grid grid-cols-3 gap-2">
          {TENDERS.map((each) => (
            <Button
              key={each}
              size="large"
              look={each === tender ? 'chosen' : 'plain'}
              aria-pressed={each === tender}
              data-testid={TEST_IDS.tender}
              data-tender={each}
              onClick={() => setTender(each)}
            >
              {t(`tender.${each}`)}
            </Button>
          ))}
        </div>
      </section>
      <CashPanel
        open={share.open}
        tender={tender}
        typed={typed}
        plan={plan}
        onTyped={setTyped}
        onTake={() => void take()}
      />
    </>
  )
}
