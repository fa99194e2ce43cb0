import { useTranslation } from 'react-i18next'
import { useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { Stepper } from '../../ui/stepper.tsx'
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
      <Button
        className="flex-1"
        look={chosen > 0 ? 'chosen' : 'plain'}
        aria-pressed={chosen > 0}
        data-testid={TEST_IDS.movableLine}
        onClick={onToggle}
      >
        {t('moves.dishCount', { dish: name(line.content.names), count: units.length })}
      </Button>
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
