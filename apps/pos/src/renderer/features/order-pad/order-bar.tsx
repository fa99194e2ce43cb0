import { ArrowLeft } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { OrderState } from '@orderez/core/orders'
import { screenEntered, useUiDispatch } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { useWide } from '../../ui/use-wide.ts'
import { ConnectionSign } from '../connection/index.ts'
import { SlipHead } from './slip-head.tsx'

interface OrderBarProps {
  readonly state: OrderState
  /** Just opened, nothing tapped yet: on a phone the keys for the guests stand in the head. */
  readonly fresh: boolean
}

/** Whose order it is. On a phone it is the only bar: with the way back and the connection. */
export function OrderBar({ state, fresh }: OrderBarProps) {
  const { t } = useTranslation()
  const dispatch = useUiDispatch()
  const wide = useWide()
  if (wide)
    return (
      <div className="order-head bg-surface">
        <SlipHead state={state} fresh={fresh} />
      </div>
    )
  return (
    <div className="order-head flex items-center border-b border-line bg-surface px-2">
      <IconButton
        label={t('bar.tables')}
        testId={TEST_IDS.toTables}
        onClick={() => dispatch(screenEntered({ name: 'tables' }))}
      >
        <ArrowLeft aria-hidden size={22} />
      </IconButton>
      <div className="min-w-0 flex-1">
        <SlipHead state={state} fresh={fresh} />
      </div>
      <ConnectionSign />
    </div>
  )
}
