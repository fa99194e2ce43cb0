import { useTranslation } from 'react-i18next'
import type { Quantity, Unit } from '@orderez/core/kernel'
import { weightText } from '@orderez/core/menu'

interface Weighed {
  readonly unit: Unit
  readonly quantity: Quantity
  readonly unweighed: boolean
}

/** What a line weighs, in words; null for one that is counted. */
export function useWeightWords(): (line: Weighed) => string | null {
  const { t } = useTranslation()
  return ({ unit, quantity, unweighed }) => {
    if (unit === 'piece') return null
    if (unweighed) return t('order.notWeighed')
    return t('order.weight', { weight: weightText(quantity), unit: t(`unit.${unit}`) })
  }
}
