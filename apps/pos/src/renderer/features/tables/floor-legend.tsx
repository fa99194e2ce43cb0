import { ReceiptText } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Area, FloorState } from '@orderez/core/floor'
import { useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { classNames } from '../../ui/class-names.ts'
import { TABLE_ICONS, TABLE_LOOKS } from '../order/index.ts'

const SHOWN: readonly FloorState[] = ['free', 'reserved', 'seated', 'sent', 'waiting', 'ready', 'paying']

interface FloorLegendProps {
  readonly areas: readonly Area[]
  readonly counts: ReadonlyMap<FloorState, number>
  readonly onArea: (area: Area['id']) => void
  readonly onClosedOrders: () => void
}

/** The way to each area, and how many tables are in each state. */
export function FloorLegend({ areas, counts, onArea, onClosedOrders }: FloorLegendProps) {
  const { t } = useTranslation()
  const { name } = useWords()
  return (
    <div className="floor-legend flex items-center gap-4 fades-sideways overflow-x-auto border-t border-line bg-surface px-4 py-2">
      {areas.length > 1 ? (
        <nav aria-label={t('table.areas')} className="flex shrink-0 gap-1 rounded-md bg-sunken p-1">
          {areas.map((area) => (
            <button
              key={area.id}
              type="button"
              onClick={() => onArea(area.id)}
              className="press min-h-11 rounded-md px-4 font-bold whitespace-nowrap"
            >
              {name(area.names)}
            </button>
          ))}
        </nav>
      ) : null}
      <button
        type="button"
        data-testid={TEST_IDS.closedOrders}
        onClick={onClosedOrders}
        className="press inline-flex tablet:order-last tablet:ml-auto min-h-11 shrink-0 items-center gap-2 rounded-md border border-line-strong px-4 font-bold whitespace-nowrap"
      >
        <ReceiptText aria-hidden size={20} />
        {t('closedOrders.show')}
      </button>
      <ul className="flex shrink-0 gap-4">
        {SHOWN.map((state) => {
          const Icon = TABLE_ICONS[state]
          return (
            <li key={state} className="flex items-center gap-2 whitespace-nowrap">
              <span
                className={classNames('flex h-8 w-8 items-center justify-center rounded-md border', TABLE_LOOKS[state])}
              >
                {Icon ? <Icon aria-hidden size={16} /> : null}
              </span>
              {t(`table.${state}`)}
              <b>{counts.get(state) ?? 0}</b>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
