import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person } from '@orderez/core/branch'
import { languageChosen, screenEntered, signedIn, useUiDispatch } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { Keypad } from '../../ui/keypad.tsx'
import { Notice } from '../../ui/notice.tsx'
import { verifyPin } from './verify-pin.ts'

const PIN_DIGITS = 6

interface PinPadProps {
  readonly person: Person
  readonly onBack: () => void
}

/** Six digits, by the keys on the screen or the keyboard; the sixth signs in without an extra OK. */
export function PinPad({ person, onBack }: PinPadProps) {
  const { t } = useTranslation()
  const { pin, wrong, checking, type, erase } = usePin(person)
  return (
    <section data-testid={TEST_IDS.pin} className="mx-auto flex w-full max-w-sm flex-col gap-4">
      <div className="flex items-center justify-between">
        <span className="text-xl font-bold">{person.name}</span>
        <Button look="quiet" onClick={onBack} data-testid={TEST_IDS.back}>
          {t('signIn.other')}
        </Button>
      </div>
      <p
        role="status"
        aria-label={t('signIn.digits', { count: pin.length })}
        className="flex justify-center gap-4 py-2"
      >
        {Array.from({ length: PIN_DIGITS }, (_, index) => (
          <span
            key={index}
            aria-hidden
            className={
              index < pin.length ? 'size-4 rounded-full bg-ink' : 'size-4 rounded-full border border-line-strong'
            }
          />
        ))}
      </p>
      {wrong ? (
        <Notice tone="late" data-testid={TEST_IDS.signInError}>
          {t(person.pinHash ? 'signIn.wrong' : 'signIn.noPin')}
        </Notice>
      ) : null}
      {checking ? <p className="text-center text-ink-2">{t('signIn.checking')}</p> : null}
      <Keypad deleteLabel={t('keypad.delete')} onDigits={type} onDelete={erase} />
    </section>
  )
}

function usePin(person: Person) {
  const dispatch = useUiDispatch()
  const [pin, setPin] = useState('')
  const [wrong, setWrong] = useState(false)
  const checking = pin.length === PIN_DIGITS

  useEffect(() => {
    if (!checking) return
    let left = false
    const verified = person.pinHash ? verifyPin(pin, person.pinHash) : Promise.resolve(false)
    void verified.then((right) => {
      if (left) return
      if (!right) {
        setWrong(true)
        setPin('')
        return
      }
      dispatch(languageChosen(person.language))
      dispatch(screenEntered({ name: startScreen(person) }))
      dispatch(signedIn(person.id))
    })
    return () => {
      left = true
    }
  }, [checking, pin, person, dispatch])

  const type = (digits: string) => {
    setWrong(false)
    setPin((known) => (known + digits).slice(0, PIN_DIGITS))
  }
  const erase = () => setPin((known) => known.slice(0, -1))

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (/^\d$/.test(event.key)) type(event.key)
      else if (event.key === 'Backspace') erase()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])

  return { pin, wrong, checking, type, erase }
}

/** Cooks begin at their screen, everybody else on the floor. */
function startScreen(person: Person): 'kitchen' | 'tables' {
  return person.roles.every((role) => role === 'kitchen') ? 'kitchen' : 'tables'
}
