import { FileUp } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { CURRENCIES, nameIn } from '@orderez/core/kernel'
import { priceText } from '@orderez/core/menu'
import { problemKeyOf } from '../menu-text/index.ts'
import { useUi } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { TextArea } from '../../ui/text-area.tsx'
import { menuOf } from './setup-draft.ts'
import type { StepProps } from './step-place.tsx'

const ROWS = 8

/** The menu as it is on paper or in a spreadsheet, pasted or opened, and what of it was understood. */
export function MenuStep({ draft, onChange }: StepProps) {
  const { t } = useTranslation()
  const read = menuOf(draft)
  return (
    <section className="flex flex-col gap-4">
      <h1 className="text-2xl font-bold">{t('setup.menuTitle')}</h1>
      <TextArea
        label={t('setup.menuHow')}
        rows={ROWS}
        value={draft.menu}
        placeholder={t('setup.menuExample')}
        testId={TEST_IDS.setupMenu}
        onText={(menu) => onChange({ menu })}
      />
      <label className="file-key press">
        <FileUp aria-hidden size={20} />
        {t('setup.menuFile')}
        <input
          type="file"
          accept=".csv,.txt,text/csv,text/plain"
          data-testid={TEST_IDS.setupMenuFile}
          onChange={(event) => {
            const file = event.target.files?.[0]
            if (file) void file.text().then((menu) => onChange({ menu }))
          }}
          className="sr-only"
        />
      </label>
      <p role="status" className="font-bold" data-testid={TEST_IDS.setupMenuCount} data-count={read.rows.length}>
        {draft.menu.trim() === '' ? t('setup.menuEmpty') : t('setup.menuCount', { count: read.rows.length })}
      </p>
      <MenuPreview draft={draft} />
    </section>
  )
}

function MenuPreview({ draft }: Pick<StepProps, 'draft'>) {
  const { t } = useTranslation()
  const language = useUi((state) => state.preferences.language)
  const { rows, errors } = menuOf(draft)
  const currency = CURRENCIES.get(draft.currency)
  return (
    <>
      {errors.length === 0 ? null : (
        <ul className="setup-rows rounded-md border border-late-edge bg-late-soft p-3 text-sm text-on-late-soft">
          {errors.map(({ line, code, text }) => (
            <li key={line}>{t('manager.lineProblem', { line, problem: t(problemKeyOf(code)), text })}</li>
          ))}
        </ul>
      )}
      {rows.length === 0 || !currency ? null : (
        <ul className="setup-rows rounded-md border border-line bg-surface px-4">
          {rows.map((row) => (
            <li key={row.line} className="flex gap-3 border-b border-line py-2">
              <span className="flex-1 font-bold">{nameIn(row.names, language)}</span>
              <span className="text-sm text-ink-2">{row.category}</span>
              <span className="font-bold">{priceText(row.price, currency)}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
