import { useTranslation } from 'react-i18next'
import { onDayAfter, quarterAfter } from '@orderez/core/floor'
import type { EpochMs } from '@orderez/core/kernel'
import { useTerminal } from '../../data/index.ts'
import { usePerson } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { useReservationWords } from './use-reservation-words.ts'

interface TimeFieldProps {
  readonly at: EpochMs
  readonly onAt: (at: EpochMs) => void
}

const MINUTE_MS = 60_000
/** In pairs that stay together where large letters leave no room for four. */
const STEPS = [
  [-60, -15],
  [15, 60],
] as const

/** A quarter of an hour of a day, moved by keys; never before now. */
export function TimeField({ at, onAt }: TimeFieldProps) {
  const { t } = useTranslation()
  const { now } = useTerminal()
  const { branch } = usePerson()
  const { when, isToday } = useReservationWords()
  const move = (to: EpochMs) => onAt(Math.max(to, quarterAfter(now() - 15 * MINUTE_MS)))
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 text-sm text-ink-2">{t('reservation.when')}</legend>
      <output data-testid={TEST_IDS.reservationTime} className="text-xl font-bold">
        {isToday(at) ? t('reservation.today', { time: when(at) }) : when(at)}
      </output>
      <div className="flex flex-wrap gap-2">
        <Button disabled={isToday(at)} onClick={() => move(onDayAfter(at, -1, branch))}>
          {t('reservation.dayBefore')}
        </Button>
        <Button data-testid={TEST_IDS.reservationNextDay} onClick={() => move(onDayAfter(at, 1, branch))}>
          {t('reservation.dayAfter')}
        </Button>
      </div>
      <div className="flex flex-wrap gap-2">
        {STEPS.map((pair) => (
          <span key={pair[0]} className="flex grow flex-wrap gap-2">
            {pair.map((minutes) => (
              <Button
                key={minutes}
                className="grow px-2! whitespace-nowrap"
                data-testid={TEST_IDS.reservationStep}
                data-minutes={minutes}
                onClick={() => move(at + minutes * MINUTE_MS)}
              >
                {minutes < 0 ? t('takeaway.sooner', { minutes: -minutes }) : t('takeaway.later', { minutes })}
              </Button>
            ))}
          </span>
        ))}
      </div>
    </fieldset>
  )
}
