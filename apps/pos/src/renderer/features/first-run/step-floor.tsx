import { useTranslation } from 'react-i18next'
import { FLOOR_LAYOUTS, type FloorLayoutName } from '@orderez/core/setup'
import { TEST_IDS } from '../../test-ids.ts'
import { classNames } from '../../ui/class-names.ts'
import type { StepProps } from './step-place.tsx'

const LAYOUTS = Object.keys(FLOOR_LAYOUTS) as FloorLayoutName[]
const MARGIN = 40
const GAP = 60

/** The floor to begin with. Every table can be moved, added and taken away later. */
export function FloorStep({ draft, onChange }: StepProps) {
  const { t } = useTranslation()
  const names: Readonly<Record<FloorLayoutName, string>> = {
    cafe: t('setup.cafe'),
    bistro: t('setup.bistro'),
    hall: t('setup.hall'),
    empty: t('setup.empty'),
  }
  return (
    <fieldset>
      <legend className="mb-4">
        <h1 className="text-2xl font-bold">{t('setup.floorTitle')}</h1>
        <span className="mt-2 block text-ink-2">{t('setup.floorHow')}</span>
      </legend>
      <div className="setup-floor">
        {LAYOUTS.map((layout) => (
          <button
            key={layout}
            type="button"
            data-testid={TEST_IDS.setupFloor}
            data-layout={layout}
            aria-pressed={draft.floor === layout}
            onClick={() => onChange({ floor: layout })}
            className={classNames(
              'press flex flex-col gap-2 rounded-lg border p-4',
              draft.floor === layout ? 'border-ink bg-ink text-surface' : 'border-line-strong bg-raised',
            )}
          >
            <LayoutPicture layout={layout} />
            <span className="text-lg font-bold">{names[layout]}</span>
            {layout === 'empty' ? null : (
              <span className="text-sm">{t('setup.tables', { count: tablesOf(layout) })}</span>
            )}
          </button>
        ))}
      </div>
    </fieldset>
  )
}

function tablesOf(layout: FloorLayoutName): number {
  return FLOOR_LAYOUTS[layout].reduce((sum, { places }) => sum + places.length, 0)
}

/** Its areas beside each other, as they will be drawn. */
function LayoutPicture({ layout }: { readonly layout: FloorLayoutName }) {
  const areas = FLOOR_LAYOUTS[layout].map(({ letter, places }) => ({
    letter,
    places,
    width: Math.max(...places.map(([, , x, , w]) => x + w)) + MARGIN,
    height: Math.max(...places.map(([, , , y, , h]) => y + h)) + MARGIN,
  }))
  const leftOf = (index: number) => areas.slice(0, index).reduce((sum, { width }) => sum + width + GAP, 0)
  const wide = Math.max(1, leftOf(areas.length) - GAP)
  const tall = Math.max(1, ...areas.map(({ height }) => height))
  return (
    <svg aria-hidden viewBox={`0 0 ${wide} ${tall}`} className="rounded-md bg-sunken">
      {areas.map(({ letter, places, width, height }, index) => (
        <g key={letter} transform={`translate(${leftOf(index)} 0)`}>
          <rect width={width} height={height} rx="20" className="fill-surface" />
          {places.map(([, shape, x, y, w, h]) => (
            <rect
              key={`${x} ${y}`}
              x={x}
              y={y}
              width={w}
              height={h}
              rx={shape === 'round' ? w / 2 : 14}
              className="fill-seat-edge"
            />
          ))}
        </g>
      ))}
    </svg>
  )
}
