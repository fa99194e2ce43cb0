import { useState } from 'react'
import { Plus, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { parseRate, rateText } from '@orderez/core/branch'
import { isQrTender } from '@orderez/core/payments'
import { Button } from '../../ui/button.tsx'
import { PayCodes } from './pay-codes.tsx'
import { problemKeyOf } from './problem-keys.ts'
import { RateField } from '../document-edits/index.ts'
import { TenderOrder } from './tender-order.tsx'
import type { SettingsEditor } from './use-settings.ts'

/** Which ways of paying a till offers and in which order, what its wallets' codes say, and the tips that are one tap. */
export function TendersSubject({ editor }: { readonly editor: SettingsEditor }) {
  const { tenders } = editor.settings
  return (
    <div className="flex flex-col gap-6">
      <TenderOrder editor={editor} />
      {tenders.some(isQrTender) ? <PayCodes editor={editor} tenders={tenders.filter(isQrTender)} /> : null}
      <TipRates editor={editor} />
    </div>
  )
}

function TipRates({ editor }: { readonly editor: SettingsEditor }) {
  const { t } = useTranslation()
  const { tipRates } = editor.settings
  const [typed, setTyped] = useState('')
  const rate = parseRate(typed)
  async function add(): Promise<void> {
    if (!rate.ok) return
    const next = [...new Set([...tipRates, rate.value])].toSorted((a, b) => a - b)
    if (await editor.change({ tipRates: next })) setTyped('')
  }
  return (
    <section className="flex flex-col gap-3">
      <h3 className="text-lg font-bold">{t('settings.tips')}</h3>
      <div className="flex flex-wrap gap-2">
        {tipRates.length === 0 ? <p className="text-ink-2">{t('settings.noTips')}</p> : null}
        {tipRates.map((each) => (
          <Button
            key={each}
            aria-label={t('settings.removeTip', { rate: rateText(each) })}
            onClick={() => void editor.change({ tipRates: tipRates.filter((other) => other !== each) })}
          >
            {t('settings.rateOf', { rate: rateText(each) })}
            <X aria-hidden size={20} />
          </Button>
        ))}
      </div>
      <div className="flex items-end gap-2">
        <RateField label={t('settings.percent')} typed={typed} isValid={typed === '' || rate.ok} onTyped={setTyped} />
        <Button
          disabled={!rate.ok}
          hint={typed === '' || rate.ok ? undefined : t(problemKeyOf(rate.code))}
          onClick={() => void add()}
        >
          <Plus aria-hidden size={20} />
          {t('settings.addTip')}
        </Button>
      </div>
    </section>
  )
}
