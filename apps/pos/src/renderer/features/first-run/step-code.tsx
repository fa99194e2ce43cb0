import { useTranslation } from 'react-i18next'
import { TEST_IDS } from '../../test-ids.ts'
import { TextField } from '../../ui/text-field.tsx'
import type { StepProps } from './step-place.tsx'

/** Who starts a restaurant stands at its server, or has the code from there. */
export function CodeStep({ draft, onChange }: StepProps) {
  const { t } = useTranslation()
  return (
    <section className="flex flex-col gap-4">
      <h1 className="text-2xl font-bold">{t('setup.codeTitle')}</h1>
      <p className="text-ink-2">{t('setup.codeHow')}</p>
      <TextField
        label={t('setup.code')}
        max={20}
        value={draft.code}
        onText={(code) => onChange({ code })}
        autoCapitalize="characters"
        autoComplete="off"
        data-testid={TEST_IDS.setupCode}
      />
    </section>
  )
}
