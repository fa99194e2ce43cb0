import { useTranslation } from 'react-i18next'
import { CURRENCIES } from '@orderez/core/kernel'
import { useUi } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { SelectField } from './select-field.tsx'
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
          values={CODES}
          labelOf={(code) => `${code} · ${money.of(code) ?? ''}`}
          onPick={(currency) => onChange({ currency })}
          testId={TEST_IDS.setupCurrency}
        />
        <SelectField
          label={t('setup.timeZone')}
          value={draft.timeZone}
          values={zones}
          onPick={(timeZone) => onChange({ timeZone })}
        />
        <TextField
          label={t('setup.tax')}
          max={6}
          inputMode="decimal"
          value={draft.taxPercent}
          onText={(taxPercent) => onChange({ taxPercent })}
        />
        <fieldset className="flex items-end gap-2">
          <legend className="sr-only">{t('setup.tax')}</legend>
          {[true, false].map((included) => (
            <Button
              key={String(included)}
              className="flex-1"
              aria-pressed={draft.taxIncluded === included}
              look={draft.taxIncluded === included ? 'chosen' : 'plain'}
              onClick={() => onChange({ taxIncluded: included })}
            >
              {included ? t('setup.taxIncluded') : t('setup.taxOnTop')}
            </Button>
          ))}
        </fieldset>
      </div>
    </section>
  )
}
