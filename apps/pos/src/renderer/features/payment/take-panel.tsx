import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { settingsOf } from '@orderez/core/branch'
import { WHOLE_SHARE, type Bill, type Tender } from '@orderez/core/orders'
import { usePerson, useUi, useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import type { OrderView } from '../order/index.ts'
import { CashPanel } from './cash-panel.tsx'
import { paymentForTap } from './payment-for-tap.ts'
import { planPayment } from './payment-plan.ts'
import { useBillCommand } from './use-bill-command.ts'

interface TakePanelProps {
  readonly view: OrderView
  readonly share: Bill
}

/** What is open, how it is paid, and how much of it now. */
export function TakePanel({ view, share }: TakePanelProps) {
  const { t } = useTranslation()
  const { money } = useWords()
  const { branch } = usePerson()
  const drawer = useUi((state) => state.preferences.drawer)
  const run = useBillCommand(view.state.id)
  const { tenders } = settingsOf(branch)
  const [tender, setTender] = useState<Tender>(tenders.includes('cash') ? 'cash' : (tenders[0] ?? 'cash'))
  const [typed, setTyped] = useState('')
  const plan = planPayment(typed, share.open, tender, branch.currency)

  /** Two taps are one payment: the second finds the first under way, or the bill changed by it. */
  async function take(): Promise<void> {
    if (typeof plan === 'string') return
    const { amount, tendered } = plan
    const at = { order: view.state.id, share: share.share ?? WHOLE_SHARE }
    const facts = await run((around) => paymentForTap(around, { at, tender, amount, tendered }, share.open, drawer))
    if (facts) setTyped('')
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
          {tenders.map((each) => (
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
