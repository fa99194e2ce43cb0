import { useTranslation } from 'react-i18next'
import { TEST_IDS } from '../../test-ids.ts'
import { classNames } from '../../ui/class-names.ts'

const USUAL = Array.from({ length: 12 }, (_, index) => index + 1)

interface GuestKeysProps {
  readonly guests: number
  readonly onGuests: (guests: number) => void
  /** One row to push along, where there is no room for more. */
  readonly strip?: boolean
}

/** The key of as many as are noted already lies in sight, not at the end of the strip. */
function showKey(key: HTMLElement | null): void {
  key?.scrollIntoView({ inline: 'center', block: 'nearest' })
}

/** As many as sit at most tables, one tap each. */
export function GuestKeys({ guests, onGuests, strip = false }: GuestKeysProps) {
  const { t } = useTranslation()
  return (
    <div
      role="group"
      aria-label={t('order.guests')}
      className={strip ? 'flex gap-2 overflow-x-auto py-2' : 'grid grid-cols-6 gap-2'}
    >
      {USUAL.map((count) => (
        <button
          key={count}
          type="button"
          ref={strip && count === guests ? showKey : undefined}
          aria-pressed={count === guests}
          data-testid={TEST_IDS.guestKey}
          data-count={count}
          onClick={() => onGuests(count)}
          className={classNames(
            'press flex min-h-(--touch-step) min-w-(--touch-step) shrink-0 items-center justify-center rounded-md border text-lg font-bold',
            count === guests ? 'border-ink bg-ink text-surface' : 'border-line-strong bg-raised',
          )}
        >
          {count}
        </button>
      ))}
    </div>
  )
}
