import { Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useEntrance, useIsOpen, useLive } from '../data/index.ts'
import { SignInScreen } from '../features/sign-in/index.ts'
import { PersonContext, useUi } from '../state/index.ts'
import { afterPaint } from '../ui/after-paint.ts'
import { ScreenGuard } from './screen-guard.tsx'
import { SignedIn, useScreensAhead } from './screens.ts'
import { TopBar } from './top-bar.tsx'
import { useSearchKey } from './use-search-key.ts'

/** A terminal that has joined: who is it, and then everything behind the sign-in. */
export function Workplace() {
  useSearchKey()
  const { t } = useTranslation()
  const { branch, shown } = useEntrance()
  const records = useLive(branch)
  const isOpen = useIsOpen()
  const isUsable = records !== null
  useScreensAhead(isOpen && isUsable)
  useEffect(() => (isUsable ? afterPaint(shown) : undefined), [isUsable, shown])
  const id = useUi((state) => state.session.person)
  const person = id === null ? undefined : records?.person.get(id)
  if (!records?.branch || !person?.active) {
    return (
      <div className="flex h-full flex-col">
        <TopBar person={null} />
        <div className="min-h-0 flex-1">
          <ScreenGuard onLeave={null}>
            <SignInScreen />
          </ScreenGuard>
        </div>
      </div>
    )
  }
  if (!isOpen) return <p className="p-8 text-ink-2">{t('boot.opening')}</p>
  return (
    <PersonContext value={{ person, branch: records.branch, roles: records.roles }}>
      <Suspense fallback={<p className="p-8 text-ink-2">{t('boot.opening')}</p>}>
        <SignedIn person={person} />
      </Suspense>
    </PersonContext>
  )
}
