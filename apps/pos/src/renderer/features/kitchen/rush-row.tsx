import { Check } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { TEST_IDS } from '../../test-ids.ts'

interface RushRowProps {
  /** The dishes it is about, where it stands above them all; null: that below it. */
  readonly dishes?: number | null
  readonly onKnown: () => void
}

/** Guests are waiting: stays until it is tapped away. */
export function RushRow({ dishes = null, onKnown }: RushRowProps) {
  const { t } = useTranslation()
  return (
    <button
      type="button"
      data-testid={TEST_IDS.acknowledge}
      data-about="rushed"
      onClick={onKnown}
      className="press flex min-h-(--touch-key) w-full items-center gap-3 bg-late p-2 text-left text-kds-opt font-bold text-on-late"
    >
      <span className="flex-1">
        {dishes === null ? t('kitchen.rushed') : t('kitchen.rushedDishes', { count: dishes })}
      </span>
      <Check aria-hidden size={28} />
    </button>
  )
}
