import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { OrderId } from '@orderez/core/kernel'
import type { CommandCode, CommandContext, Drafts, Fact, OrderState } from '@orderez/core/orders'
import { useTerminal } from '../../data/index.ts'
import { useCommand } from '../command/index.ts'
import { useNotices } from '../notices/index.ts'
import { ordersAroundNow } from './orders-around-now.ts'

/** What to command, given the orders around a bill as they are stored now; null when the tap was meant for a bill that has changed. */
type BillCommand = (around: readonly OrderState[]) => ((context: CommandContext) => Drafts<CommandCode>) | null

/** Two taps are one command: a tap while one is under way does nothing, and the next sees what the one before left in the store. */
export function useBillCommand(order: OrderId): (command: BillCommand) => Promise<readonly Fact[] | null> {
  const { t } = useTranslation()
  const { queries } = useTerminal()
  const notices = useNotices()
  const run = useCommand()
  const busy = useRef(false)

  return async (command) => {
    if (busy.current) return null
    busy.current = true
    try {
      const meant = command(await ordersAroundNow(queries, order))
      return meant && (await run(meant))
    } catch (cause) {
      console.error('bill', cause)
      notices.say(t('record.notSaved'))
      return null
    } finally {
      busy.current = false
    }
  }
}
