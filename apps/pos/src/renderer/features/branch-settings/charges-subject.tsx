import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { parseRate, rateText, type BranchSettings } from '@orderez/core/branch'
import type { Names } from '@orderez/core/kernel'
import { parsePrice, priceText } from '@orderez/core/menu'
import type { LineTax } from '@orderez/core/pricing'
import { usePerson } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { Switch } from '../../ui/switch.tsx'
import { NamesFields } from '../document-edits/index.ts'
import { RateField } from '../document-edits/index.ts'
import { TaxChoice } from './tax-choice.tsx'
import type { SettingsEditor } from './use-settings.ts'

const CHARGES = [
  { charge: 'serviceCharge', word: 'settings.serviceCharge', called: 'settings.serviceName' },
  { charge: 'coverCharge', word: 'settings.coverCharge', called: 'settings.coverName' },
  { charge: 'deliveryCharge', word: 'settings.deliveryCharge', called: 'settings.deliveryName' },
] as const
type Charge = (typeof CHARGES)[number]

/** What is added to bills: a share of them, so much a guest, so much a delivery. */
export function ChargesSubject({ editor }: { readonly editor: SettingsEditor }) {
  return (
    <div className="grid gap-4 tablet:grid-cols-2">
      {CHARGES.map((charge) => (
        <ChargeCard
          // What was saved, here or elsewhere, is a fresh start.
          key={JSON.stringify([charge.charge, editor.settings[charge.charge]])}
          charge={charge}
          editor={editor}
        />
      ))}
    </div>
  )
}

interface ChargeDraft {
  readonly names: Names
  readonly typed: string
  readonly tax: LineTax
}

interface ChargeCardProps {
  readonly charge: Charge
  readonly editor: SettingsEditor
}

function ChargeCard({ charge: { charge, word, called: name }, editor }: ChargeCardProps) {
  const { t, i18n } = useTranslation()
  // On the guest's bill it is called in both languages.
  const names = { zh: i18n.getFixedT('zh')(name), en: i18n.getFixedT('en')(name) }
  const { currency } = usePerson().branch
  const set = editor.settings[charge]
  const [draft, setDraft] = useState<ChargeDraft | null>(
    set && {
      names: set.names,
      typed: 'ratePpm' in set ? rateText(set.ratePpm) : priceText(set.amount, currency),
      tax: set.tax,
    },
  )
  const isRate = charge === 'serviceCharge'
  const value = isRate ? parseRate(draft?.typed ?? '') : parsePrice(draft?.typed ?? '', currency)
  const isValid = value.ok && value.value > 0

  function next(): BranchSettings {
    if (!draft || !value.ok) return { [charge]: null }
    const { names: called, tax } = draft
    return {
      [charge]: isRate ? { names: called, ratePpm: value.value, tax } : { names: called, amount: value.value, tax },
    }
  }

  return (
    <section data-charge={charge} className="flex flex-col gap-3 rounded-lg border border-line bg-surface p-4">
      <Switch
        label={<span className="text-lg font-bold">{t(word)}</span>}
        on={draft !== null}
        onSwitch={(on) => {
          setDraft(on ? { names, typed: '', tax: { ratePpm: 0, inclusive: true } } : null)
          if (!on && set) void editor.change({ [charge]: null })
        }}
      />
      {draft ? (
        <>
          <NamesFields names={draft.names} onNames={(called) => setDraft({ ...draft, names: called })} />
          <RateField
            label={isRate ? t('settings.percent') : t('settings.amount')}
            typed={draft.typed}
            isValid={isValid}
            onTyped={(typed) => setDraft({ ...draft, typed })}
          />
          <TaxChoice tax={draft.tax} onTax={(tax) => setDraft({ ...draft, tax })} />
          <Button
            look="primary"
            className="self-end"
            data-testid={TEST_IDS.managerSave}
            disabled={!isValid}
            hint={isValid ? undefined : t('settings.amountRange')}
            onClick={() => void editor.change(next())}
          >
            {t('manager.save')}
          </Button>
        </>
      ) : null}
    </section>
  )
}
