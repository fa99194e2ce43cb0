import { useTranslation } from 'react-i18next'
import { TEST_IDS } from '../../test-ids.ts'
import { TextField } from '../../ui/text-field.tsx'
import type { StepProps } from './step-place.tsx'

const PIN_DIGITS = 6

/** The first person: who may do everything, and signs in with a PIN of their own. */
export function OwnerStep({ draft, onChange }: StepProps) {
  const { t } = useTranslation()
  const digits = (text: string) => text.replaceAll(/\D/g, '').slice(0, PIN_DIGITS)
  const field = { type: 'password', inputMode: 'numeric', autoComplete: 'new-password', max: PIN_DIGITS } as const
  return (
    <section className="flex flex-col gap-4">
      <h1 className="text-2xl font-bold">{t('setup.ownerTitle')}</h1>
      <p className="text-ink-2">{t('setup.ownerHow')}</p>
      <TextField
        label={t('setup.ownerName')}
        max={60}
        value={draft.owner}
        onText={(owner) => onChange({ owner })}
        data-testid={TEST_IDS.setupOwner}
      />
      <div className="grid grid-cols-1 gap-4 phone:grid-cols-2">
        <TextField
          {...field}
          label={t('setup.pin')}
          value={draft.pin}
          onText={(text) => onChange({ pin: digits(text) })}
          data-testid={TEST_IDS.setupPin}
        />
        <TextField
          {...field}
          label={t('setup.again')}
          value={draft.again}
          onText={(text) => onChange({ again: digits(text) })}
          data-testid={TEST_IDS.setupPinAgain}
        />
      </div>
    </section>
  )
}
