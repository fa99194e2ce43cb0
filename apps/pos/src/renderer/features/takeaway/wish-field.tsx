import { useTranslation } from 'react-i18next'
import type { EpochMs } from '@orderez/core/kernel'
import { useTerminal } from '../../data/index.ts'
import { useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { movedWish } from './wished-time.ts'

interface WishFieldProps {
  readonly wishedAt: EpochMs | null
  readonly onWish: (wishedAt: EpochMs | null) => void
}

const STEPS = [-15, 15, 60] as const

/** When the guest wants it: as soon as it is done, or a quarter of an hour that keys move. */
export function WishField({ wishedAt, onWish }: WishFieldProps) {
  const { t } = useTranslation()
  const { time } = useWords()
  const { now } = useTerminal()
  return (
    <fieldset className="flex flex-wrap items-center gap-2">
      <legend className="mb-1 text-sm text-ink-2">{t('takeaway.when')}</legend>
      <Button
        look={wishedAt === null ? 'chosen' : 'plain'}
        aria-pressed={wishedAt === null}
        onClick={() => onWish(null)}
      >
        {t('takeaway.asap')}
      </Button>
      <output data-testid={TEST_IDS.takeawayWish} className="min-w-20 text-center text-xl font-bold">
        {wishedAt === null ? '–' : time(wishedAt)}
      </output>
      {STEPS.map((minutes) => (
        <Button
          key={minutes}
          className="px-2!"
          disabled={minutes < 0 && wishedAt === null}
          data-testid={TEST_IDS.takeawayWishStep}
          data-minutes={minutes}
          onClick={() => onWish(movedWish(wishedAt, minutes, now()))}
        >
          {minutes < 0 ? t('takeaway.sooner', { minutes: -minutes }) : t('takeaway.later', { minutes })}
        </Button>
      ))}
    </fieldset>
  )
}
