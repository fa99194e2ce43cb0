import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person } from '@orderez/core/branch'
import { nameIn } from '@orderez/core/kernel'
import { fetchSiteFacts, useEntrance, useLive, type SiteFacts } from '../../data/index.ts'
import { personGreeted, screenEntered, signedIn, useUi, useUiDispatch } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { DeleteDemo } from '../leaving/index.ts'
import { PinPad } from './pin-pad.tsx'
import { prepareVerifying } from './verify-pin.ts'

/** Who is it? Then the PIN. The demo restaurant shows its PINs; a real one never does. */
export function SignInScreen() {
  const { t } = useTranslation()
  const { branch } = useEntrance()
  const records = useLive(branch)
  const language = useUi((state) => state.preferences.language)
  const [person, setPerson] = useState<Person | null>(null)
  const site = useSiteFacts()
  const dispatch = useUiDispatch()
  const isKnown = records?.branch !== undefined
  useEffect(() => {
    if (isKnown) prepareVerifying()
  }, [isKnown])

  function enter(who: Person): void {
    dispatch(personGreeted({ person: who.id, language: who.language }))
    dispatch(screenEntered({ name: startScreen(who) }))
    dispatch(signedIn(who.id))
  }

  if (!records?.branch) return <p className="p-8 text-ink-2">{t('signIn.waiting')}</p>
  return (
    <main className="mx-auto flex h-full max-w-3xl flex-col gap-6 overflow-y-auto p-4">
      <h1 className="text-2xl font-bold">{nameIn(records.branch.names, language)}</h1>
      {person ? (
        <PinPad person={person} onRight={() => enter(person)} onBack={() => setPerson(null)} />
      ) : (
        <>
          <p className="text-ink-2">{t('signIn.who')}</p>
          <ul className="grid grid-cols-2 gap-2 phone:grid-cols-3">
            {records.people.map((each) => (
              <li key={each.id}>
                <PersonTile person={each} onPick={() => setPerson(each)} />
              </li>
            ))}
          </ul>
        </>
      )}
      {site && site.demoSignIns.length > 0 ? <DemoSignIns site={site} /> : null}
    </main>
  )
}

function PersonTile({ person, onPick }: { readonly person: Person; readonly onPick: () => void }) {
  const { t } = useTranslation()
  return (
    <button
      type="button"
      data-testid={TEST_IDS.person}
      data-sign-in={person.signIn}
      onClick={onPick}
      className="press flex h-full min-h-(--touch-primary) w-full flex-col rounded-lg border border-line-strong bg-raised p-4"
    >
      <span className="text-lg font-bold">{person.name}</span>
      <span className="text-sm text-ink-2">{person.roles.map((role) => t(`role.${role}`)).join(' · ')}</span>
    </button>
  )
}

function DemoSignIns({ site }: { readonly site: SiteFacts }) {
  const { t } = useTranslation()
  return (
    <section
      data-testid={TEST_IDS.demoSignIn}
      className="rounded-lg border border-line bg-surface p-4 text-sm text-ink-2"
    >
      <h2 className="font-bold">{t('signIn.demo')}</h2>
      <ul className="grid gap-1 phone:grid-cols-2">
        {site.demoSignIns.map(({ signIn, name, pin }) => (
          <li key={signIn}>
            {name} <b>{pin}</b>
          </li>
        ))}
      </ul>
      <div className="mt-4">
        <DeleteDemo />
      </div>
    </section>
  )
}

function useSiteFacts(): SiteFacts | null {
  const [site, setSite] = useState<SiteFacts | null>(null)
  useEffect(() => {
    let left = false
    void fetchSiteFacts().then((facts) => left || setSite(facts))
    return () => {
      left = true
    }
  }, [])
  return site
}

/** Cooks begin at their screen, everybody else on the floor. */
function startScreen(person: Person): 'kitchen' | 'tables' {
  return person.roles.every((role) => role === 'kitchen') ? 'kitchen' : 'tables'
}
