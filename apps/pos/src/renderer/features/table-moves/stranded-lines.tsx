import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { unsentLines } from '@orderez/core/carts'
import { unitCount, type OrderId } from '@orderez/core/kernel'
import { mergedInto, type OrderState } from '@orderez/core/orders'
import { useLive, useTerminal } from '../../data/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useNotices } from '../notices/index.ts'
import { useOrderLabel, type OrderView } from '../order/index.ts'
import { useCarry } from './use-carry.ts'

/** Dishes that somebody tapped, on another tablet, for an order that had been merged in here: nobody sends them unless they go along. */
export function StrandedLines({ view: { state, around } }: { readonly view: OrderView }) {
  const labelOf = useOrderLabel(around)
  return around
    .filter((order) => mergedInto(order) === state.id)
    .map((order) => <StrandedOf key={order.id} order={order} to={state.id} label={labelOf(order.id)} />)
}

interface StrandedOfProps {
  readonly order: OrderState
  readonly to: OrderId
  readonly label: string
}

function StrandedOf({ order, to, label }: StrandedOfProps) {
  const { t } = useTranslation()
  const { queries } = useTerminal()
  const notices = useNotices()
  const carry = useCarry()
  const carts = useLive(queries.cartsOf(order.id))
  const count = useMemo(
    () => unsentLines(carts ?? [], order).reduce((sum, { line, quantity }) => sum + unitCount(quantity, line.unit), 0),
    [carts, order],
  )
  if (count === 0) return null

  function bring(): void {
    carry(order.id, to).catch((cause: unknown) => {
      console.error('cart', cause)
      notices.say(t('record.notSaved'))
    })
  }

  return (
    <div className="p-2">
      <Notice tone="wait" data-testid={TEST_IDS.stranded}>
        <div className="flex flex-wrap items-center gap-2">
          <span className="flex-1">{t('moves.stranded', { order: label, count })}</span>
          <Button data-testid={TEST_IDS.carry} onClick={bring}>
            {t('moves.carry')}
          </Button>
        </div>
      </Notice>
    </div>
  )
}
