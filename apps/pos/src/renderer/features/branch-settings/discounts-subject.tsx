import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { parseRate, rateText, type DiscountPreset } from '@orderez/core/branch'
import { err, ok, type Result } from '@orderez/core/kernel'
import { parsePrice, priceText } from '@orderez/core/menu'
import { useTerminal } from '../../data/index.ts'
import { usePerson, useWords } from '../../state/index.ts'
import { Choice } from '../../ui/choice.tsx'
import { EntrySheet } from './entry-sheet.tsx'
import { PresetSubject } from './preset-subject.tsx'
import { RateField } from '../document-edits/index.ts'
import type { SettingsEditor } from './use-settings.ts'

const NEW_RATE = 100_000

/** Discounts that a till gives by one tap. */
export function DiscountsSubject({ editor }: { readonly editor: SettingsEditor }) {
  const { t } = useTranslation()
  const { ids } = useTerminal()
  const words = useWords()
  const { settings, change } = editor
  return (
    <PresetSubject<DiscountPreset>
      list={settings.discounts}
      addLabel={t('settings.addDiscount')}
      detailOf={({ method }) =>
        method.type === 'percent'
          ? t('settings.percentOff', { rate: rateText(method.ratePpm) })
          : t('settings.amountOff', { amount: words.money(method.amount) })
      }
      make={() => ({
        id: ids.next('discountPreset'),
        names: { zh: '', en: '' },
        method: { type: 'percent', ratePpm: NEW_RATE },
      })}
      write={(discounts) => change({ discounts })}
      sheet={(discount, save, close) => <DiscountSheet discount={discount} save={save} onClose={close} />}
    />
  )
}

interface DiscountSheetProps {
  readonly discount: DiscountPreset
  readonly save: (discount: DiscountPreset) => Promise<boolean>
  readonly onClose: () => void
}

function DiscountSheet({ discount, save, onClose }: DiscountSheetProps) {
  const { t } = useTranslation()
  const { currency } = usePerson().branch
  const { method } = discount
  const [names, setNames] = useState(discount.names)
  const [type, setType] = useState(method.type)
  const [typed, setTyped] = useState(
    method.type === 'percent' ? rateText(method.ratePpm) : priceText(method.amount, currency),
  )
  function read(): Result<DiscountPreset['method'], 'discount.malformed'> {
    const value = type === 'percent' ? parseRate(typed) : parsePrice(typed, currency)
    if (!value.ok || value.value === 0) return err('discount.malformed')
    return ok(type === 'percent' ? { type, ratePpm: value.value } : { type, amount: value.value })
  }
  const next = read()
  return (
    <EntrySheet
      title={t('settings.discount')}
      names={names}
      onNames={setNames}
      problem={next.ok ? null : t('settings.discountMalformed')}
      onSave={() => (next.ok ? save({ ...discount, names, method: next.value }) : Promise.resolve(false))}
      onClose={onClose}
    >
      <Choice
        label={t('settings.discountBy')}
        value={type}
        options={[
          { value: 'percent', label: t('settings.byPercent') },
          { value: 'amount', label: t('settings.byAmount') },
        ]}
        onChoose={setType}
      />
      <RateField
        label={type === 'percent' ? t('settings.percent') : t('settings.amount')}
        typed={typed}
        isValid={next.ok}
        onTyped={setTyped}
      />
    </EntrySheet>
  )
}
