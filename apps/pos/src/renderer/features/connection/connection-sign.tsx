import { useTranslation } from 'react-i18next'
import type { EngineStatus } from '@orderez/core/sync-engine'
import { useEngineStatus } from '../../data/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { ageText } from '../../ui/age-text.ts'
import { classNames } from '../../ui/class-names.ts'
import { useNow } from '../../ui/use-now.ts'

const STALE_MS = 15_000

type Look = 'connected' | 'sending' | 'offline'

/** UI 3: a full dot is connected, one with a ginger part is sending, a hollow red ring is offline. A word, the count and the age with it. */
export function ConnectionSign() {
  const { t } = useTranslation()
  const status = useEngineStatus()
  const now = useNow()
  const waiting = status.undecided + status.pendingEdits
  const look = lookOf(status, now, waiting)
  const age = status.heardAt === null ? null : Math.max(0, now - status.heardAt)
  return (
    <span
      role="status"
      data-testid={TEST_IDS.connection}
      data-link={status.link}
      data-look={look}
      className="inline-flex min-h-(--touch-min) shrink-0 items-center gap-2 text-sm whitespace-nowrap"
    >
      <Dot look={look} />
      {/* On a phone the whole sign is the dot, and the count of what is on its way; only what is not as it should be has words. */}
      <span className={classNames(look !== 'offline' && 'sr-only phone:not-sr-only')}>
        {t(`connection.${status.link}`)}
      </span>
      {look === 'offline' ? (
        <span className="sr-only text-ink-2 phone:not-sr-only">
          {age === null ? t('connection.neverHeard') : t('connection.age', { time: ageText(age) })}
        </span>
      ) : null}
      {waiting === 0 ? null : (
        <span
          data-testid={TEST_IDS.undecided}
          data-count={waiting}
          className="rounded-full bg-wait-soft px-2 text-on-wait-soft"
          title={t('connection.waiting', { count: waiting })}
        >
          <span aria-hidden>{waiting}</span>
          <span className="sr-only">{t('connection.waiting', { count: waiting })}</span>
        </span>
      )}
    </span>
  )
}

function lookOf(status: EngineStatus, now: number, waiting: number): Look {
  const silent = status.heardAt === null || now - status.heardAt > STALE_MS
  if (status.link !== 'online' || silent) return 'offline'
  return waiting > 0 ? 'sending' : 'connected'
}

function Dot({ look }: { readonly look: Look }) {
  const part = {
    connected: 'bg-ready',
    sending: 'border-4 border-ready border-r-wait border-t-wait',
    offline: 'border-4 border-late',
  }[look]
  return <span aria-hidden className={classNames('size-4 shrink-0 rounded-full', part)} />
}
