import { useTranslation } from 'react-i18next'
import type { Money } from '@orderez/core/kernel'
import { Button } from '../../ui/button.tsx'
import { SumRow } from './sum-row.tsx'
import type { Withdrawal } from './use-withdrawal.tsx'

interface WithdrawableRowProps<T> {
  readonly what: T
  readonly label: string
  readonly amount: Money
  readonly testId: string
  readonly keyTestId: string
  /** The order is closed: what stands on its bill stays. */
  readonly closed: boolean
  readonly withdrawal: Withdrawal<T>
}

/** A charge or a discount on the bill; while the order is open, it can be taken back. */
export function WithdrawableRow<T>(props: WithdrawableRowProps<T>) {
  const { t } = useTranslation()
  const { what, label, amount, testId, keyTestId, closed, withdrawal } = props
  return (
    <SumRow label={label} amount={amount} testId={testId}>
      {closed ? null : (
        <Button
          data-testid={keyTestId}
          hint={withdrawal.needsApproval ? t('approval.needed') : undefined}
          onClick={() => withdrawal.ask(what)}
        >
          {t('pay.withdraw')}
        </Button>
      )}
    </SumRow>
  )
}
