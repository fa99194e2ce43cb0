import { useTranslation } from 'react-i18next'
import { usePerson, useWords } from '../../state/index.ts'
import { Choice } from '../../ui/choice.tsx'
import type { SettingsEditor } from './use-settings.ts'

const TENTHS = [1, 5, 10, 50, 100]

/** To which multiple bills are rounded, and which way. */
export function RoundingSubject({ editor }: { readonly editor: SettingsEditor }) {
  const { t } = useTranslation()
  const words = useWords()
  const { exponent } = usePerson().branch.currency
  const { rounding } = editor.settings
  const steps = TENTHS.map((tenths) => (tenths * 10 ** exponent) / 10).filter((to) => Number.isInteger(to) && to > 1)
  const known = rounding && !steps.includes(rounding.to) ? [rounding.to, ...steps] : steps
  return (
    <div className="flex flex-col gap-4">
      <Choice<number>
        label={t('settings.roundTo')}
        value={rounding?.to ?? 0}
        options={[
          { value: 0, label: t('settings.noRounding') },
          ...known.map((to) => ({ value: to, label: words.money(to) })),
        ]}
        onChoose={(to) => void editor.change({ rounding: to === 0 ? null : { mode: rounding?.mode ?? 'half', to } })}
      />
      {rounding ? (
        <Choice
          label={t('settings.roundHow')}
          value={rounding.mode}
          options={[
            { value: 'half', label: t('settings.roundHalf') },
            { value: 'down', label: t('settings.roundDown') },
            { value: 'up', label: t('settings.roundUp') },
          ]}
          onChoose={(mode) => void editor.change({ rounding: { ...rounding, mode } })}
        />
      ) : null}
    </div>
  )
}
