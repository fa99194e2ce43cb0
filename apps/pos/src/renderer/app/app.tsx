import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Identity } from '../../shared/host-api.ts'
import { createEntrance, sweepForgotten, type Entrance } from '../data/index.ts'
import { hostApi } from '../platform/host.ts'
import { createIdentityKeeper } from '../platform/identity-keeper.ts'
import { Notice } from '../ui/notice.tsx'
import { useUiStore } from '../state/index.ts'
import { screenAhead } from '../ui/screen-ahead.tsx'
import { OnlineOnlyNotice } from './online-only-notice.tsx'

type Boot =
  | { readonly step: 'opening' }
  | { readonly step: 'unknown' }
  | { readonly step: 'failed'; readonly reason: string }
  | { readonly step: 'inside'; readonly entrance: Entrance }

const { Screen: Inside, fetch: fetchInside } = screenAhead(async () => (await import('./inside.tsx')).Inside)
const { Screen: FirstRun } = screenAhead(async () => (await import('../features/first-run/index.ts')).FirstRun)
const host = hostApi()
const keeper = createIdentityKeeper(host)
/** Once for the life of the window, however often React mounts. */
let entrance: Entrance | null = null
// Not after the identity, which is read at the same time.
if (keeper.isLikely()) fetchInside().catch((cause: unknown) => console.error('inside', cause))

/** Before anything is opened, what a forgotten terminal left behind is deleted. */
async function identityOf(): Promise<Identity | null> {
  await sweepForgotten()
  return keeper.read()
}

function enter(identity: Identity, isAwaited: boolean, fail: (cause: unknown) => void): Entrance {
  const entered = createEntrance({ identity, keeper, host })
  entered.begin(isAwaited).catch(fail)
  return entered
}

/** From the identity of this installation to its people, and behind them to the open terminal. */
export function App() {
  const store = useUiStore()
  const [boot, setBoot] = useState<Boot>({ step: 'opening' })
  const fail = (cause: unknown) => setBoot({ step: 'failed', reason: String(cause) })

  function arrive(identity: Identity): void {
    const isAwaited = store.getState().session.person !== null
    entrance ??= enter(identity, isAwaited, fail)
    setBoot({ step: 'inside', entrance })
  }

  const look = useEffectEvent(() => {
    identityOf().then((known) => (known ? arrive(known) : setBoot({ step: 'unknown' })), fail)
  })
  useEffect(() => look(), [])

  return (
    <div className="flex h-full flex-col">
      <OnlineOnlyNotice />
      <div className="min-h-0 flex-1">
        <Booted boot={boot} onEnrolled={arrive} />
      </div>
    </div>
  )
}

function Booted({ boot, onEnrolled }: { readonly boot: Boot; readonly onEnrolled: (identity: Identity) => void }) {
  const { t } = useTranslation()
  switch (boot.step) {
    case 'opening':
      return <p className="p-8 text-ink-2">{t('boot.opening')}</p>
    case 'unknown':
      return <FirstRun keeper={keeper} host={host} onEnrolled={onEnrolled} />
    case 'failed':
      return (
        <div className="p-8">
          <Notice tone="late">{t('boot.failed', { reason: boot.reason })}</Notice>
        </div>
      )
    case 'inside':
      return <Inside entrance={boot.entrance} />
  }
}
