import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { OrderId } from '@orderez/core/kernel'
import type { CommandCode, CommandContext, Drafts, OrderState } from '@orderez/core/orders'
import { useApproval, type Approved } from '../approval/index.ts'
import type { OrderView } from '../order/index.ts'
import { ReasonSheet } from './reason-sheet.tsx'
import { useBillCommand } from './use-bill-command.ts'

interface WithdrawalOf<T> {
  readonly right: Parameters<typeof useApproval>[0]
  readonly titleOf: (one: T) => string
  readonly command: (
    host: OrderState,
    one: T,
    given: { readonly reason: string; readonly approver: Approved['approver'] },
    context: CommandContext,
  ) => Drafts<CommandCode>
}

export interface Withdrawal<T> {
  readonly needsApproval: boolean
  readonly ask: (one: T) => void
  readonly sheets: ReactNode
}

/** Takes back what was said about a bill (a charge, a discount): asks why, then who allows it where somebody must. */
export function useWithdrawal<T extends { readonly order: OrderId }>(
  view: OrderView,
  { right, titleOf, command }: WithdrawalOf<T>,
): Withdrawal<T> {
  const { t } = useTranslation()
  const approval = useApproval(right)
  const run = useBillCommand(view.state.id)
  const [leaving, setLeaving] = useState<T | null>(null)

  async function withdraw(one: T, reason: string, { approver, within }: Approved): Promise<void> {
    await run((around) => {
      const host = around.find((state) => state.id === one.order)
      return host ? (context) => command(host, one, { reason, approver }, within(context)) : null
    })
  }

  const why = leaving ? (
    <ReasonSheet
      title={titleOf(leaving)}
      does={t('pay.withdraw')}
      use="discount"
      onReason={(reason) => {
        setLeaving(null)
        approval.ask((approved) => void withdraw(leaving, reason, approved))
      }}
      onClose={() => setLeaving(null)}
    />
  ) : null
  return {
    needsApproval: approval.needed,
    ask: setLeaving,
    sheets: (
      <>
        {why}
        {approval.sheet}
      </>
    ),
  }
}
