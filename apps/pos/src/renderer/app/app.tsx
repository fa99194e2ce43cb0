import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Identity } from '../../shared/host-api.ts'
import { sweepForgotten, type Terminal } from '../data/index.ts'
import { hostApi } from '../platform/host.ts'
import { createIdentityKeeper } from '../platform/identity-keeper.ts'
import { Notice } from '../ui/notice.tsx'
import { OnlineOnlyNotice } from './online-only-notice.tsx'
import { screenAhead } from '../ui/screen-ahead.tsx'

type Boot =
  | { readonly step: 'opening' }
  | { readonly step: 'unknown' }
  | { readonly step: 'failed'; readonly reason: string }
  | { readonly step: 'open'; readonly terminal: Terminal }

const inside = () => import('./inside.tsx')
const { Screen: Inside } = screenAhead(async () => (await inside()).Inside)
const { Screen: FirstRun } = screenAhead(async () => (await import('../features/first-run/index.ts')).FirstRun)
const host = hostApi()
const keeper = createIdentityKeeper(host)
/** Once for the life of the window, however often React mounts. */
let opening: Promise<Terminal> | null = null

/** Before anything is opened, what a forgotten terminal left behind is deleted. */
async function identityOf(): Promise<Identity | null> {
  await sweepForgotten()
  return keeper.read()
}

/** From the identity of this installation to its open terminal. */
export function App() {
  const [identity, setIdentity] = useState<Identity | null>(null)
  const [boot, setBoot] = useState<Boot>({ step: 'opening' })

  useEffect(() => {
    identityOf().then(
      (known) => (known ? setIdentity(known) : setBoot({ step: 'unknown' })),
      (cause: unknown) => setBoot({ step: 'failed', reason: String(cause) }),
    )
  }, [])

  useEffect(() => {
    if (!identity) return
    opening ??= inside().then(({ openTerminal }) => openTerminal({ identity, keeper, host }))
    opening.then(
      (terminal) => setBoot({ step: 'open', terminal }),
      (cause: unknown) => setBoot({ step: 'failed', reason: String(cause) }),
    )
  }, [identity])

  return (
    <div className="flex h-full flex-col">
      <OnlineOnlyNotice />
      <div className="min-h-0 flex-1">
        <Booted boot={boot} onEnrolled={setIdentity} />
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
    case 'open':
      return <Inside terminal={boot.terminal} />
  }
}
