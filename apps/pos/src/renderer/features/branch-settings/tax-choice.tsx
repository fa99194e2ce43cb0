import { useTranslation } from 'react-i18next'
import { rateText } from '@orderez/core/branch'
import type { LineTax } from '@orderez/core/pricing'
import { useLive, useTerminal } from '../../data/index.ts'
import { useWords } from '../../state/index.ts'
import { Choice } from '../../ui/choice.tsx'

interface TaxChoiceProps {
  readonly tax: LineTax
  readonly onTax: (tax: LineTax) => void
}

/** The tax of a charge: one of the branch's rates, or none. The rate is kept, so a later change of the tax does not reach it unasked. */
export function TaxChoice({ tax, onTax }: TaxChoiceProps) {
  const { t } = useTranslation()
  const words = useWords()
  const taxes = useLive(useTerminal().queries.documents('tax')) ?? []
  const offered = new Map<string, { readonly tax: LineTax; readonly label: string }>([
    [keyOf({ ratePpm: 0, inclusive: true }), { tax: { ratePpm: 0, inclusive: true }, label: t('settings.noTax') }],
  ])
  for (const { names, ratePpm, inclusive } of taxes) {
    offered.set(keyOf({ ratePpm, inclusive }), { tax: { ratePpm, inclusive }, label: words.name(names) })
  }
  if (!offered.has(keyOf(tax))) {
    offered.set(keyOf(tax), { tax, label: t('settings.rateOf', { rate: rateText(tax.ratePpm) }) })
  }
  return (
    <Choice
      label={t('settings.tax')}
      value={keyOf(tax)}
      options={[...offered].map(([value, { label }]) => ({ value, label }))}
      onChoose={(key) => {
        const chosen = offered.get(key)
        if (chosen) onTax(chosen.tax)
      }}
    />
  )
}

function keyOf({ ratePpm, inclusive }: LineTax): string {
  return `${ratePpm} ${inclusive}`
}
