import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { menuCsvOf, parseMenuText, planImport, unreadPart, type MenuText } from '@orderez/core/menu'
import { useLive, useTerminal } from '../../data/index.ts'
import { usePerson, useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { useNotices } from '../notices/index.ts'
import { problemKeyOf } from './problem-keys.ts'
import { useMenuEdits } from '../menu-edits/index.ts'

const ROWS = 12

/** A menu pasted as text, looked at before it is written; and the menu as a spreadsheet. */
export function ImportPanel() {
  const { t } = useTranslation()
  const { branch } = usePerson()
  const [text, setText] = useState('')
  const read = parseMenuText(text, branch.currency)
  return (
    <section className="flex flex-col gap-4">
      <div className="flex items-center gap-2">
        <h1 className="flex-1 text-xl font-bold">{t('manager.import')}</h1>
        <ExportButton />
      </div>
      <TextArea
        label={t('manager.importHow')}
        rows={ROWS}
        value={text}
        testId={TEST_IDS.managerPaste}
        onText={setText}
      />
      <Preview read={read} />
      <ImportButton read={read} onDone={() => setText(unreadPart(text, read))} />
    </section>
  )
}

function Preview({ read }: { readonly read: MenuText }) {
  const { t } = useTranslation()
  const words = useWords()
  return (
    <>
      {read.errors.length > 0 ? (
        <ul className="flex flex-col gap-1 rounded-md border border-late-edge bg-late-soft p-3 text-on-late-soft">
          {read.errors.map(({ line, code, text }) => (
            <li key={line} data-testid={TEST_IDS.managerImportError}>
              {t('manager.lineProblem', { line, problem: t(problemKeyOf(code)), text })}
            </li>
          ))}
        </ul>
      ) : null}
      <ul className="flex flex-col">
        {read.rows.map((row) => (
          <li key={row.line} className="flex gap-3 border-b border-line py-2">
            <span className="text-ink-2">{row.number}</span>
            <span className="flex-1 font-bold">{words.name(row.names)}</span>
            <span className="text-ink-2">{row.category}</span>
            <span className="font-bold">{words.money(row.price)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

interface ImportButtonProps {
  readonly read: MenuText
  readonly onDone: () => void
}

function ImportButton({ read, onDone }: ImportButtonProps) {
  const { t, i18n } = useTranslation()
  const { queries, ids } = useTerminal()
  const notices = useNotices()
  const { saveCategory, saveDish } = useMenuEdits()
  const categories = useLive(queries.documents('category'))
  const dishes = useLive(queries.documents('dish'))
  const taxes = useLive(queries.documents('tax'))
  const [writing, setWriting] = useState(false)
  const tax = dishes?.[0]?.tax ?? taxes?.[0]?.id
  async function write(): Promise<void> {
    if (!categories || !dishes || !tax) return
    const name = 'manager.otherDishes'
    const fallback = { zh: i18n.getFixedT('zh')(name), en: i18n.getFixedT('en')(name) }
    const plan = planImport(read.rows, { categories, dishes }, { ids, tax, fallback })
    setWriting(true)
    let isSaved = true
    for (const category of plan.categories) isSaved &&= await saveCategory(category)
    for (const dish of plan.dishes) isSaved &&= await saveDish(dish)
    setWriting(false)
    if (!isSaved) return
    notices.say(t('manager.imported', { count: plan.dishes.length }))
    onDone()
  }
  const why = tax === undefined ? t('manager.noTax') : read.rows.length === 0 ? t('manager.nothingRead') : null
  return (
    <Button
      look="primary"
      size="large"
      data-testid={TEST_IDS.managerImport}
      disabled={why !== null || writing}
      hint={why ?? undefined}
      onClick={() => void write()}
    >
      {t('manager.importRows', { count: read.rows.length })}
    </Button>
  )
}

function ExportButton() {
  const { t } = useTranslation()
  const { queries } = useTerminal()
  const { branch } = usePerson()
  const categories = useLive(queries.documents('category'))
  const dishes = useLive(queries.documents('dish'))
  function save(): void {
    if (!categories || !dishes) return
    const url = URL.createObjectURL(
      new Blob([menuCsvOf(dishes, categories, branch.currency)], { type: 'text/csv;charset=utf-8' }),
    )
    const link = Object.assign(document.createElement('a'), { href: url, download: 'menu.csv' })
    link.click()
    URL.revokeObjectURL(url)
  }
  return (
    <Button data-testid={TEST_IDS.managerExport} disabled={!categories || !dishes} onClick={save}>
      {t('manager.export')}
    </Button>
  )
}
