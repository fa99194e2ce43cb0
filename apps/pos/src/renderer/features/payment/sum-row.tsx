import type { ReactNode } from 'react'
import type { Money } from '@orderez/core/kernel'
import { useWords } from '../../state/index.ts'

interface SumRowProps {
  readonly label: ReactNode
  readonly amount: Money
  readonly testId?: string
  /** What takes the row back. */
  readonly children?: ReactNode
}

export function SumRow({ label, amount, testId, children }: SumRowProps) {
  const { money } = useWords()
  return (
    <div data-testid={testId} data-amount={amount} className="flex items-center gap-2 text-sm text-ink-2">
      <dt className="flex-1">{label}</dt>
      <dd className="flex items-center gap-2">
        {money(amount)}
        {children}
      </dd>
    </div>
  )
}
