import { TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { TEST_IDS } from '../../test-ids.ts'
import { Chip } from '../../ui/chip.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { TableForm } from './table-form.tsx'
import type { FloorEditor } from './use-floor-editor.ts'

/** The tables of an area where there is no room for a plan: one line each, which opens its form. */
export function TableList({ editor }: { readonly editor: FloorEditor }) {
  const { t } = useTranslation()
  const { tables, overlaps } = editor.view
  const { chosen } = editor
  if (tables.length === 0) return <p className="text-ink-2">{t('floorEditor.noTables')}</p>
  return (
    <>
      <ul className="flex flex-col gap-2">
        {tables.map((table) => (
          <li key={table.id}>
            <button
              type="button"
              data-testid={TEST_IDS.floorTable}
              data-table-label={table.label}
              onClick={() => editor.choose(table.id)}
              className="press flex min-h-(--touch-line) w-full items-center gap-3 rounded-md border border-line bg-raised px-4"
            >
              <span className="flex-1 text-lg font-bold">{table.label}</span>
              {overlaps.has(table.id) ? (
                <Chip tone="late" icon={<TriangleAlert aria-hidden size={16} />}>
                  {t('floorEditor.overlaps')}
                </Chip>
              ) : null}
              <span className="text-sm text-ink-2">{t('table.seats', { count: table.seats })}</span>
            </button>
          </li>
        ))}
      </ul>
      {chosen ? (
        <Sheet title={chosen.label} closeLabel={t('manager.cancel')} onClose={() => editor.choose(null)}>
          <TableForm table={chosen} editor={editor} />
        </Sheet>
      ) : null}
    </>
  )
}
