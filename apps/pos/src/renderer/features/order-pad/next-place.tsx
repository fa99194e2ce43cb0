import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import type { DishRequest } from './line-of-dish.ts'

const COURSES = [1, 2, 3] as const
const MAX_SEAT = 99

/** For whom and for when the next dishes are. Null: for everyone, and in the dish's own course. */
export interface NextPlace {
  readonly seat: number | null
  readonly course: number | null
}

export const FOR_EVERYONE: NextPlace = { seat: null, course: null }

/** Whether it is other than for everyone, as usual. */
export function isSaid({ seat, course }: NextPlace): boolean {
  return seat !== null || course !== null
}

/** What stays chosen for the dishes tapped next, and how a tap becomes a dish for that place. */
export function useNextPlace() {
  const [next, setNext] = useState(FOR_EVERYONE)
  const placed = (asked: DishRequest): DishRequest => ({
    ...asked,
    seat: next.seat,
    ...(next.course === null ? {} : { course: next.course }),
  })
  return { next, setNext, placed }
}

interface NextPlaceRowProps {
  readonly guests: number
  readonly next: NextPlace
  readonly onNext: (next: NextPlace) => void
}

/** One row that scrolls sideways: everyone, each seat, each course. A second tap on what is chosen takes it back. */
export function NextPlaceRow({ guests, next, onNext }: NextPlaceRowProps) {
  const { t } = useTranslation()
  const seats = Array.from({ length: Math.min(MAX_SEAT, guests) }, (_, index) => index + 1)
  const everyone = !isSaid(next)
  return (
    <div
      role="group"
      aria-label={t('order.nextDishes')}
      data-testid={TEST_IDS.nextPlace}
      className="flex shrink-0 gap-2 fades-sideways overflow-x-auto"
    >
      <Button
        className="shrink-0"
        look={everyone ? 'chosen' : 'plain'}
        aria-pressed={everyone}
        onClick={() => onNext(FOR_EVERYONE)}
      >
        {t('order.forEveryone')}
      </Button>
      {seats.map((seat) => (
        <Button
          key={`seat ${seat}`}
          className="shrink-0"
          data-seat={seat}
          look={next.seat === seat ? 'chosen' : 'plain'}
          aria-pressed={next.seat === seat}
          onClick={() => onNext({ ...next, seat: next.seat === seat ? null : seat })}
        >
          {t('order.seatNumber', { seat })}
        </Button>
      ))}
      {COURSES.map((course) => (
        <Button
          key={`course ${course}`}
          className="shrink-0"
          data-course={course}
          look={next.course === course ? 'chosen' : 'plain'}
          aria-pressed={next.course === course}
          onClick={() => onNext({ ...next, course: next.course === course ? null : course })}
        >
          {t('order.courseNumber', { course })}
        </Button>
      ))}
    </div>
  )
}
