import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { parseRate, rateText, removedTax, type Tax } from '@orderez/core/branch'
import { useLive, useTerminal } from '../../data/index.ts'
import { Choice } from '../../ui/choice.tsx'
import { useMenuEdits } from '../menu-edits/index.ts'
import { EntryList } from './entry-list.tsx'
import { EntrySheet } from './entry-sheet.tsx'
import { problemKeyOf } from './problem-keys.ts'
import { RateField } from '../document-edits/index.ts'
import type { SettingsEditor } from './use-settings.ts'

/** The rates that dishes name. Another rate makes new versions of its dishes; what was sold keeps its own. */
export function TaxesSubject({ editor }: { readonly editor: SettingsEditor }) {
  const { t } = useTranslation()
  const { queries, ids } = useTerminal()
  const taxes = useLive(queries.documents('tax'))
  const dishes = useLive(queries.documents('dish'))
  const [open, setOpen] = useState<Tax | null>(null)
  if (!taxes || !dishes) return <p className="text-ink-2">{t('boot.opening')}</p>
  const sorted = taxes.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const removedOf = (tax: Tax) => removedTax(tax, dishes.filter((dish) => dish.tax === tax.id).length)
  return (
    <>
      <EntryList
        entries={sorted.map((tax) => {
          const { id, names, ratePpm, inclusive } = tax
          const rate = t(inclusive ? 'settings.taxIncluded' : 'settings.taxAdded', { rate: rateText(ratePpm) })
          const removed = removedOf(tax)
          return { id, names, detail: rate, kept: removed.ok ? undefined : t(problemKeyOf(removed.code)) }
        })}
        addLabel={t('settings.addTax')}
        onAdd={() =>
          setOpen({ id: ids.next('tax'), kind: 'tax', v: 1, names: { zh: '', en: '' }, ratePpm: 0, inclusive: true })
        }
        onOpen={(id) => setOpen(taxes.find((tax) => tax.id === id) ?? null)}
        onRemove={(id) => {
          const before = taxes.find((tax) => tax.id === id)
          const removed = before && removedOf(before)
          if (before && removed?.ok) void editor.edits.write([{ before, after: removed.value }])
        }}
      />
      {open ? <TaxSheet key={open.id} tax={open} onClose={() => setOpen(null)} /> : null}
    </>
  )
}

function TaxSheet({ tax, onClose }: { readonly tax: Tax; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const { saveTax } = useMenuEdits()
  const [opened] = useState(tax)
  const [draft, setDraft] = useState(tax)
  const [typed, setTyped] = useState(rateText(tax.ratePpm))
  const rate = parseRate(typed)
  return (
    <EntrySheet
      title={t('settings.tax')}
      names={draft.names}
      onNames={(names) => setDraft({ ...draft, names })}
      problem={rate.ok ? null : t(problemKeyOf(rate.code))}
      onSave={() => (rate.ok ? saveTax({ ...draft, ratePpm: rate.value }, opened) : Promise.resolve(false))}
      onClose={onClose}
    >
      <RateField label={t('settings.percent')} typed={typed} isValid={rate.ok} onTyped={setTyped} />
      <Choice
        label={t('settings.taxHow')}
        value={draft.inclusive ? 'included' : 'added'}
        options={[
          { value: 'included', label: t('settings.inPrice') },
          { value: 'added', label: t('settings.onTop') },
        ]}
        onChoose={(how) => setDraft({ ...draft, inclusive: how === 'included' })}
      />
    </EntrySheet>
  )
}
