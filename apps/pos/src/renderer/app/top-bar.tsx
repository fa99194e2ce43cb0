import { Banknote, ChartColumn, Languages, LayoutGrid, LogOut, Soup } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person } from '@orderez/core/branch'
import { ConnectionSign } from '../features/connection/index.ts'
import { DemoSign } from '../features/demo/index.ts'
import { PreferencesButton } from '../features/preferences/index.ts'
import { languageChosen, ownLanguageChosen, screenEntered, signedOut, useUi, useUiDispatch } from '../state/index.ts'
import { TEST_IDS } from '../test-ids.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { classNames } from '../ui/class-names.ts'
import { Brand } from './brand.tsx'

/** The bar that never moves: where one is, how the link is, who is signed in. */
export function TopBar({ person }: { readonly person: Person | null }) {
  const { t } = useTranslation()
  const dispatch = useUiDispatch()
  return (
    <header className="flex min-h-16 items-center gap-2 border-b border-line bg-surface px-1 phone:px-4">
      <span className="hidden tablet:inline-flex">
        <Brand />
      </span>
      {person ? <Places person={person} /> : null}
      {/* On a phone with every place the keys are as small as keys may be. */}
      <div className="ms-auto flex shrink-0 items-center gap-2 [--touch-step:44px] phone:[--touch-step:48px]">
        {person ? <DemoSign /> : null}
        <ConnectionSign />
        <LanguageKey person={person} />
        <PreferencesButton />
        {person ? (
          <>
            <span className="hidden text-sm tablet:inline">{person.name}</span>
            <IconButton label={t('bar.signOut')} testId={TEST_IDS.signOut} onClick={() => dispatch(signedOut())}>
              <LogOut aria-hidden size={22} />
            </IconButton>
          </>
        ) : null}
      </div>
    </header>
  )
}

/** To the other language and back, by its own name. On a phone, who is signed in finds it among the preferences. */
function LanguageKey({ person }: { readonly person: Person | null }) {
  const { t } = useTranslation()
  const dispatch = useUiDispatch()
  const language = useUi((state) => state.preferences.language)
  const other = language === 'zh' ? 'en' : 'zh'
  return (
    <span className={classNames(person !== null && 'hidden phone:inline')}>
      <IconButton
        label={t('bar.language')}
        testId={TEST_IDS.language}
        onClick={() =>
          dispatch(person ? ownLanguageChosen({ person: person.id, language: other }) : languageChosen(other))
        }
      >
        <Languages aria-hidden size={22} />
      </IconButton>
    </span>
  )
}

function Places({ person }: { readonly person: Person }) {
  const { t } = useTranslation()
  const dispatch = useUiDispatch()
  const here = useUi((state) => state.view.screen.name)
  const onFloor = person.roles.some((role) => role !== 'kitchen')
  return (
    <nav aria-label={t('bar.places')} className="flex min-w-0 gap-2 overflow-x-auto">
      {onFloor ? (
        <Place
          testId={TEST_IDS.toTables}
          chosen={here === 'tables'}
          onGo={() => dispatch(screenEntered({ name: 'tables' }))}
        >
          <LayoutGrid aria-hidden size={20} />
          <span className="sr-only phone:not-sr-only phone:whitespace-nowrap">{t('bar.tables')}</span>
        </Place>
      ) : null}
      <Place
        testId={TEST_IDS.toKitchen}
        chosen={here === 'kitchen'}
        onGo={() => dispatch(screenEntered({ name: 'kitchen' }))}
      >
        <Soup aria-hidden size={20} />
        <span className="sr-only phone:not-sr-only phone:whitespace-nowrap">{t('bar.kitchen')}</span>
      </Place>
      {person.roles.includes('manager') ? (
        <Place
          testId={TEST_IDS.toManager}
          chosen={here === 'manager'}
          onGo={() => dispatch(screenEntered({ name: 'manager' }))}
        >
          <ChartColumn aria-hidden size={20} />
          <span className="sr-only phone:not-sr-only phone:whitespace-nowrap">{t('bar.manager')}</span>
        </Place>
      ) : null}
      {person.roles.some((role) => role === 'cashier' || role === 'manager') ? (
        <Place
          testId={TEST_IDS.toDrawer}
          chosen={here === 'drawer'}
          onGo={() => dispatch(screenEntered({ name: 'drawer' }))}
        >
          <Banknote aria-hidden size={20} />
          <span className="sr-only tablet:not-sr-only">{t('bar.drawer')}</span>
        </Place>
      ) : null}
    </nav>
  )
}

interface PlaceProps {
  readonly testId: string
  readonly chosen: boolean
  readonly onGo: () => void
  readonly children: ReactNode
}

function Place({ testId, chosen, onGo, children }: PlaceProps) {
  return (
    <button
      type="button"
      data-testid={testId}
      aria-current={chosen ? 'page' : undefined}
      onClick={onGo}
      className={classNames(
        'press inline-flex min-h-(--touch-step) shrink-0 items-center gap-2 rounded-md px-3 font-bold tablet:px-4',
        chosen ? 'bg-ink text-surface' : 'text-ink-2',
      )}
    >
      {children}
    </button>
  )
}
