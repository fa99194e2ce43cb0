import { useTranslation } from 'react-i18next'
import type { OrderState } from '@orderez/core/orders'
import type { SlipLine } from './slip-rounds.ts'

/** Why a line that was sent counts for nothing, as a sentence. */
export function useRefusal(order: OrderState): (line: SlipLine) => string | null {
  const { t } = useTranslation()
  return (line) => {
    if (line.look !== 'refused') return null
    const found = order.setAside.find(({ fact }) => fact.id === line.fact)
    if (!found) return t('order.notDelivered')
    return found.code === null
      ? t(found.decision === 'held' ? 'order.held' : 'order.refused')
      : t(`refusal.${found.code}`)
  }
}
