import { Bike, ShoppingBag } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { OrderType } from './ticket-age.ts'

/** Says that an order leaves the house; dine-in is not said. */
export function OrderTypeSign({ type }: { readonly type: OrderType | null }) {
  const { t } = useTranslation()
  if (type === null || type === 'dineIn') return null
  const Icon = type === 'takeaway' ? ShoppingBag : Bike
  return (
    <span className="inline-flex items-center gap-1 text-kds-sub font-bold">
      <Icon aria-hidden size={20} />
      {type === 'takeaway' ? t('kitchen.takeaway') : t('kitchen.delivery')}
    </span>
  )
}
