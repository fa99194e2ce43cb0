import { useTranslation } from 'react-i18next'
import type { Person } from '@orderez/core/branch'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { Keypad } from '../../ui/keypad.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PIN_DIGITS, usePin } from './use-pin.ts'

interface PinPadProps {
  readonly person: Person
  readonly onRight: () => void
  readonly onBack: () => void
}

/** Six digits, by the keys on the screen or the keyboard; the sixth is enough without an extra OK. */
export function PinPad({ person, onRight, onBack }: PinPadProps) {
  const { t } = useTranslation()
  const { pin, wrong, checking, type, erase } = usePin(person, onRight)
  return (
    <section data-testid={TEST_IDS.pin} className="mx-auto flex w-full max-w-sm flex-col gap-4">
      <div className="flex items-center justify-between">
        <span className="text-xl font-bold">{person.name}</span>
        <Button look="quiet" className="shrink-0 whitespace-nowrap" onClick={onBack} data-testid={TEST_IDS.back}>
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
