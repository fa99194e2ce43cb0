import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { NumberField } from '../ui/number-field.tsx'
import { SearchField } from '../ui/search-field.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { TextField } from '../ui/text-field.tsx'
import { GalleryPart } from './gallery-part.tsx'

const ignore = () => undefined
const MOST = 40

/** What is typed, counted or picked: at rest, filled, wrong, disabled. */
export function GalleryFields() {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [lines, setLines] = useState('')
  const [query, setQuery] = useState('')
  const [count, setCount] = useState<number | null>(1)
  const [picked, setPicked] = useState<string | null>(null)
  const keys = { min: 0, max: MOST, lessLabel: t('order.fewer'), moreLabel: t('order.moreUnits') }
  const themes = (['light', 'dark'] as const).map((value) => ({ value, label: t(`prefs.themes.${value}`) }))
  return (
    <GalleryPart name="TextField, TextArea, NumberField, SearchField, SelectField">
      <div className="flex w-full flex-col gap-4">
        <TextField label={t('enrol.name')} value={text} max={60} hint={t('prefs.terminal')} onText={setText} />
        <TextField label={t('enrol.name')} value="A1" max={60} error={t('record.notSaved')} onText={ignore} />
        <TextField label={t('enrol.name')} value="A1" max={60} onText={ignore} disabled />
        <TextArea label={t('order.note')} rows={2} value={lines} onText={setLines} />
        <NumberField
          {...keys}
          label={t('order.guests')}
          value={count}
          onValue={setCount}
          onEmpty={() => setCount(null)}
        />
        <NumberField {...keys} label={t('order.guests')} value={0} onValue={ignore} inRow />
        <NumberField {...keys} label={t('order.guests')} value={MOST} error={t('record.notSaved')} onValue={ignore} />
        <NumberField {...keys} label={t('order.guests')} value={2} onValue={ignore} disabled />
        <SearchField label={t('order.search')} query={query} onQuery={setQuery} />
        <SelectField
          label={t('prefs.theme')}
          placeholder={t('prefs.asPerson')}
          hint={t('prefs.terminal')}
          value={picked}
          groups={[{ label: t('prefs.theme'), options: themes }]}
          onPick={setPicked}
          testId="gallery-select"
        />
        <SelectField label={t('prefs.theme')} value="light" groups={[{ options: themes }]} onPick={ignore} disabled />
      </div>
    </GalleryPart>
  )
}
