import { Banknote } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Money } from '@orderez/core/kernel'
import type { Tender } from '@orderez/core/orders'
import { usePerson, useCan, useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { Keypad } from '../../ui/keypad.tsx'
import { cashSuggestions } from './cash-suggestions.ts'
import type { planPayment } from './payment-plan.ts'

const MOST_DIGITS = 12

interface CashPanelProps {
  /** What is to be taken off the bill now, and the tip on top. */
  readonly wanted: Money
  readonly tip: Money
  readonly tender: Tender
  readonly typed: string
  readonly plan: ReturnType<typeof planPayment>
  readonly onTyped: (typed: string) => void
  readonly onTake: () => void
}

/** Sums on one side, change on the other, and one key that says what it will do. */
export function CashPanel({ wanted, tip, tender, typed, plan, onTyped, onTake }: CashPanelProps) {
  const { t } = useTranslation()
  const { money } = useWords()
  const { branch } = usePerson()
  const can = useCan()
  const unit = 10 ** branch.currency.exponent
  const planned = typeof plan === 'string' ? null : plan
  const problem = typeof plan === 'string' ? plan : null
  const allowed = can('fact.paid')
  const typeSum = (sum: Money) => onTyped((sum / unit).toFixed(branch.currency.exponent))
  return (
    <section className="pay-cash flex flex-col gap-2 bg-surface p-4">
      <p className="flex items-baseline">
        <span className="flex-1">{t(tender === 'cash' ? 'pay.received' : 'pay.amount')}</span>
        <b className="text-2xl" data-testid={TEST_IDS.amount} data-amount={planned?.tendered ?? 0}>
          {planned ? money(planned.tendered) : typed === '' ? money(0) : typed}
        </b>
      </p>
      <div className="grid grid-cols-4 gap-2">
        <Button
          look={typed === '' ? 'chosen' : 'plain'}
          data-testid={TEST_IDS.exact}
          disabled={wanted <= 0}
          onClick={() => onTyped('')}
        >
          {wanted > 0 ? t('pay.exactSum', { sum: (wanted + tip) / unit }) : t('pay.exact')}
        </Button>
        {tender === 'cash'
          ? cashSuggestions(wanted > 0 ? wanted + tip : 0, branch.currency).map((sum) => (
              <Button key={sum} look={Number(typed) * unit === sum ? 'chosen' : 'plain'} onClick={() => typeSum(sum)}>
                {sum / unit}
              </Button>
            ))
          : null}
      </div>
      <Keypad
        deleteLabel={t('keypad.delete')}
        extra={branch.currency.exponent > 0 ? '.' : '00'}
        onDigits={(digits) => onTyped((typed + digits).slice(0, MOST_DIGITS))}
        onDelete={() => onTyped(typed.slice(0, -1))}
      />
      <p className="flex items-center rounded-md bg-ready-soft p-3 text-on-ready-soft">
        <span className="flex-1">{t('pay.change')}</span>
        <b className="text-2xl" data-testid={TEST_IDS.change} data-amount={planned?.change ?? 0}>
          {money(planned?.change ?? 0)}
        </b>
      </p>
      <Button
        look="primary"
        size="large"
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
        {allowed && problem ? t(`payProblem.${problem}`) : null}
      </Button>
    </section>
  )
}
