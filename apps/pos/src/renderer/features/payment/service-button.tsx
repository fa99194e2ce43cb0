import { HandPlatter } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { orderClosed, WHOLE_SHARE, type Bill } from '@orderez/core/orders'
import { addService } from '@orderez/core/payments'
import { useCan, usePerson, useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import type { OrderView } from '../order/index.ts'
import { useBillCommand } from './use-bill-command.ts'

interface ServiceButtonProps {
  readonly view: OrderView
  readonly share: Bill
}

const PPM_OF_PERCENT = 10_000

/** Where a table's bill bears no service charge although the branch has one: one tap adds it. */
export function ServiceButton({ view, share }: ServiceButtonProps) {
  const { t } = useTranslation()
  const { name } = useWords()
  const { branch } = usePerson()
  const allowed = useCan()('fact.chargeAdded')
  const run = useBillCommand(view.state.id)
  const { serviceCharge } = branch
  const { state } = view
  const on = share.share ?? WHOLE_SHARE
  const borne = state.charges.some((one) => !one.withdrawn && one.share === on && one.method.type === 'percent')
  if (!serviceCharge || serviceCharge.ratePpm === 0 || borne) return null
  if (state.opening?.type !== 'dineIn' || orderClosed(state)) return null

  async function add(): Promise<void> {
    await run((around) => {
      const host = around.find(({ id }) => id === state.id)
      return host ? (context) => addService(host, on, branch, context) : null
    })
  }

  return (
    <Button
      className="col-span-2"
      data-testid={TEST_IDS.serviceAdd}
      disabled={!allowed}
      hint={allowed ? undefined : t('command.right.missing')}
      onClick={() => void add()}
    >
      <HandPlatter aria-hidden size={20} />
      {t('pay.serviceAdd', { name: name(serviceCharge.names), rate: `${serviceCharge.ratePpm / PPM_OF_PERCENT}%` })}
    </Button>
  )
}
