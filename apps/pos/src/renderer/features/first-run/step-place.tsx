import { useTranslation } from 'react-i18next'
import { CURRENCIES } from '@orderez/core/kernel'
import { useUi } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Choice } from '../../ui/choice.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { SetupDraft } from './setup-draft.ts'

export interface StepProps {
  readonly draft: SetupDraft
  readonly onChange: (change: Partial<SetupDraft>) => void
}

const MAX_NAME = 120
const ZONES = Intl.supportedValuesOf('timeZone')
/** What is most used stands first. */
const FIRST = ['CNY', 'HKD', 'TWD', 'SGD', 'USD', 'EUR', 'GBP', 'JPY']
const CODES = [...FIRST, ...[...CURRENCIES.keys()].filter((code) => !FIRST.includes(code)).toSorted()]

/** The name over the door, and by which money, clock and tax the bills are made. */
export function PlaceStep({ draft, onChange }: StepProps) {
  const { t } = useTranslation()
  const language = useUi((state) => state.preferences.language)
  const money = new Intl.DisplayNames(language, { type: 'currency' })
  const zones = ZONES.includes(draft.timeZone) ? ZONES : [draft.timeZone, ...ZONES]
  return (
    <section className="flex flex-col gap-4">
      <h1 className="text-2xl font-bold">{t('setup.placeTitle')}</h1>
      <div className="grid grid-cols-1 gap-4 phone:grid-cols-2">
        <TextField
          label={t('setup.nameZh')}
          max={MAX_NAME}
          value={draft.zh}
          onText={(zh) => onChange({ zh })}
          data-testid={TEST_IDS.setupNameZh}
        />
        <TextField
          label={t('setup.nameEn')}
          max={MAX_NAME}
          value={draft.en}
          onText={(en) => onChange({ en })}
          data-testid={TEST_IDS.setupNameEn}
        />
        <SelectField
          label={t('setup.currency')}
          hint={t('setup.currencyHint')}
          value={draft.currency}
          groups={[{ options: CODES.map((code) => ({ value: code, label: `${code} · ${money.of(code) ?? ''}` })) }]}
          onPick={(currency) => onChange({ currency })}
          testId={TEST_IDS.setupCurrency}
        />
        <SelectField
          label={t('setup.timeZone')}
          value={draft.timeZone}
          groups={[{ options: zones.map((zone) => ({ value: zone, label: zone })) }]}
          onPick={(timeZone) => onChange({ timeZone })}
        />
        <TextField
          label={t('setup.tax')}
          max={6}
          inputMode="decimal"
          value={draft.taxPercent}
          onText={(taxPercent) => onChange({ taxPercent })}
        />
        <Choice
          label={t('setup.taxHow')}
          columns={2}
          value={draft.taxIncluded}
          options={[
            { value: true, label: t('setup.taxIncluded') },
            { value: false, label: t('setup.taxOnTop') },
          ]}
          onChoose={(taxIncluded) => onChange({ taxIncluded })}
        />
      </div>
    </section>
  )
}
