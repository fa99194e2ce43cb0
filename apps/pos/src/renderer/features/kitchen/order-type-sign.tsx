import { Bike, ShoppingBag } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useWords } from '../../state/index.ts'
import type { OrderType } from './ticket-age.ts'

interface OrderTypeSignProps {
  readonly type: OrderType | null
  /** When its guests want it, in ms. */
  readonly wishedAt?: number | null
}

/** Says that an order leaves the house, and when it is wanted; dine-in is not said. */
export function OrderTypeSign({ type, wishedAt = null }: OrderTypeSignProps) {
  const { t } = useTranslation()
  const { time } = useWords()
  if (type === null || type === 'dineIn') return null
  const Icon = type === 'takeaway' ? ShoppingBag : Bike
  return (
    <span className="inline-flex items-center gap-1 text-kds-sub font-bold">
      <Icon aria-hidden size={20} />
      {type === 'takeaway' ? t('kitchen.takeaway') : t('kitchen.delivery')}
      {wishedAt === null ? null : ` · ${t('takeaway.wishedFor', { time: time(wishedAt) })}`}
    </span>
  )
}
