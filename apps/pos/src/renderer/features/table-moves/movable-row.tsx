import { useTranslation } from 'react-i18next'
import { useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Stepper } from '../../ui/stepper.tsx'
import { Toggle } from '../../ui/toggle.tsx'
import type { MovableLine } from './movable-units.ts'

interface MovableRowProps {
  readonly line: MovableLine
  readonly chosen: number
  readonly onToggle: () => void
  readonly onCount: (count: number) => void
}

/** A dish: one tap takes all of it, the stepper fewer. */
export function MovableRow({ line: { line, units }, chosen, onToggle, onCount }: MovableRowProps) {
  const { t } = useTranslation()
  const { name } = useWords()
  return (
    <div className="flex items-center gap-2">
      <Toggle className="flex-1" on={chosen > 0} testId={TEST_IDS.movableLine} onToggle={onToggle}>
        {t('moves.dishCount', { dish: name(line.content.names), count: units.length })}
      </Toggle>
      {chosen > 0 && units.length > 1 ? (
        <Stepper
          value={chosen}
          lessLabel={t('order.fewer')}
          moreLabel={t('order.moreUnits')}
          onLess={() => onCount(Math.max(1, chosen - 1))}
          onMore={() => onCount(Math.min(units.length, chosen + 1))}
        />
      ) : null}
    </div>
  )
}
