import { Banknote, QrCode as QrCodeIcon } from 'lucide-react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import type { Money } from '@orderez/core/kernel'
import type { Tender } from '@orderez/core/orders'
import { usePerson, useCan, useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { SumKeypad } from '../sum-entry/index.ts'
import { cashSuggestions } from './cash-suggestions.ts'
import type { planPayment } from './payment-plan.ts'

interface CashPanelProps {
  /** What is to be taken off the bill now, and the tip on top. */
  readonly wanted: Money
  readonly tip: Money
  readonly tender: Tender
  readonly typed: string
  readonly plan: ReturnType<typeof planPayment>
  /** Where the key that takes the money stands instead of below the sums. */
  readonly foot: HTMLElement | null
  readonly onTyped: (typed: string) => void
  readonly onTake: () => void
  /** Starts a payment that is answered later; null where the tender knows none. */
  readonly onStart: (() => void) | null
  /** All that is open is on its way already. */
  readonly pending: boolean
  /** Something on the bill has no price or no weight yet. */
  readonly unpriced: boolean
}

/** Sums on one side, change on the other, and one key that says what it will do. */
export function CashPanel({
  wanted,
  tip,
  tender,
  typed,
  plan,
  foot,
  onTyped,
  onTake,
  onStart,
  pending,
  unpriced,
}: CashPanelProps) {
  const { t } = useTranslation()
  const { money } = useWords()
  const { branch } = usePerson()
  const can = useCan()
  const unit = 10 ** branch.currency.exponent
  const planned = typeof plan === 'string' || unpriced ? null : plan
  const problem = typeof plan === 'string' ? plan : null
  const allowed = can('fact.paid')
  const typeSum = (sum: Money) => onTyped((sum / unit).toFixed(branch.currency.exponent))
  const key = (
    <Button
      look="primary"
      size="large"
      className="w-full"
      data-testid={TEST_IDS.pay}
      disabled={!planned || !allowed}
      hint={planned && planned.tip > 0 ? t('pay.withTip', { tip: money(planned.tip) }) : undefined}
      onClick={onTake}
    >
      <Banknote aria-hidden size={22} />
      {allowed ? null : t('command.right.missing')}
      {allowed && planned
        ? t('pay.take', { tender: t(`tender.${tender}`), amount: money(planned.amount + planned.tip) })
        : null}
      {allowed && unpriced ? t('command.price.pending') : null}
      {allowed && problem && !unpriced ? t(pending ? 'command.payment.pending' : `payProblem.${problem}`) : null}
    </Button>
  )
  return (
    <section className="pay-cash flex flex-col gap-2 bg-surface p-4">
      <p className="flex items-baseline">
        <span className="flex-1">{t(tender === 'cash' ? 'pay.received' : 'pay.amount')}</span>
        <b className="text-2xl" data-testid={TEST_IDS.amount} data-amount={planned?.tendered ?? 0}>
          {planned ? money(planned.tendered) : typed === '' ? money(0) : typed}
        </b>
      </p>
      <div className="grid grid-cols-5 gap-2">
        <Button
          look={typed === '' ? 'chosen' : 'plain'}
          className={tender === 'cash' ? 'col-span-2' : 'col-span-5'}
          data-testid={TEST_IDS.exact}
          disabled={wanted <= 0}
          onClick={() => onTyped('')}
        >
          {wanted > 0 ? t('pay.exactSum', { sum: money(wanted + tip) }) : t('pay.exact')}
        </Button>
        {tender === 'cash'
          ? cashSuggestions(wanted > 0 ? wanted + tip : 0, branch.currency).map((sum) => (
              <Button
                key={sum}
                className="px-1!"
                look={Number(typed) * unit === sum ? 'chosen' : 'plain'}
                onClick={() => typeSum(sum)}
              >
                {sum / unit}
              </Button>
            ))
          : null}
      </div>
      <SumKeypad typed={typed} onTyped={onTyped} />
      {onStart ? (
        <Button size="large" data-testid={TEST_IDS.payByCode} disabled={!planned || !allowed} onClick={onStart}>
          <QrCodeIcon aria-hidden size={22} />
          {t('pay.showCode', { tender: t(`tender.${tender}`) })}
        </Button>
      ) : (
        <Change amount={planned?.change ?? 0} />
      )}
      {foot ? createPortal(<div className="p-2">{key}</div>, foot) : key}
    </section>
  )
}

function Change({ amount }: { readonly amount: Money }) {
  const { t } = useTranslation()
  const { money } = useWords()
  return (
    <p className="flex items-center rounded-md bg-ready-soft p-3 text-on-ready-soft">
      <span className="flex-1">{t('pay.change')}</span>
      <b className="text-2xl" data-testid={TEST_IDS.change} data-amount={amount}>
        {money(amount)}
      </b>
    </p>
  )
}
