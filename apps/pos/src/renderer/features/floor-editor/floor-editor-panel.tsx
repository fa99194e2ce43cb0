import { TriangleAlert } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { TEST_IDS } from '../../test-ids.ts'
import { useWide } from '../../ui/use-wide.ts'
import { UndoRedo } from '../document-edits/index.ts'
import { AreaTabs } from './area-tabs.tsx'
import { PlanCanvas } from './plan-canvas.tsx'
import { TableForm } from './table-form.tsx'
import { TableList } from './table-list.tsx'
import { TablePalette } from './table-palette.tsx'
import { useFloorEditor, type FloorEditor } from './use-floor-editor.ts'

/** Areas and tables: as a plan to scale, or as a list on a phone. */
export function FloorEditorPanel() {
  const { t } = useTranslation()
  const wide = useWide()
  const editor = useFloorEditor()
  if (!editor) return <p className="p-4 text-ink-2">{t('boot.opening')}</p>
  const { area } = editor.view
  return (
    <section className="flex h-full flex-col gap-3" onKeyDown={(event) => undoByKeys(event, editor)}>
      <h1 className="sr-only">{t('floorEditor.title')}</h1>
      <div className="flex flex-wrap items-center gap-2">
        <AreaTabs editor={editor} />
        <span className="flex-1" />
        <UndoRedo edits={editor.edits} />
      </div>
      {area ? (
        <div className="flex flex-wrap items-center gap-3">
          <TablePalette onAdd={editor.add} />
          <Overlaps editor={editor} />
        </div>
      ) : (
        <p className="text-ink-2">{t('floorEditor.noAreas')}</p>
      )}
      {area && !wide ? <TableList editor={editor} /> : null}
      {area && wide ? <PlanAndForm editor={editor} /> : null}
    </section>
  )
}

function PlanAndForm({ editor }: { readonly editor: FloorEditor }) {
  const { t } = useTranslation()
  const { chosen } = editor
  return (
    <div className="floor-editor-body min-h-0 flex-1">
      <div className="floor-editor-plan min-h-0 min-w-0 rounded-lg border border-line bg-surface p-2">
        <PlanCanvas editor={editor} />
      </div>
      <aside className="floor-editor-form min-h-0 overflow-y-auto rounded-lg border border-line bg-surface p-4">
        {chosen ? (
          <TableForm table={chosen} editor={editor} />
        ) : (
          <p className="text-sm text-ink-2">{t('floorEditor.how')}</p>
        )}
      </aside>
    </div>
  )
}

function Overlaps({ editor }: { readonly editor: FloorEditor }) {
  const { t } = useTranslation()
  const { overlaps, tables } = editor.view
  if (overlaps.size === 0) return null
  const labels = tables.filter(({ id }) => overlaps.has(id)).map(({ label }) => label)
  return (
    <p
      role="status"
      data-testid={TEST_IDS.floorOverlaps}
      className="flex items-center gap-2 text-sm font-bold text-on-late-soft"
    >
      <TriangleAlert aria-hidden size={20} />
      {t('floorEditor.overlapping', { labels: labels.join(', ') })}
    </p>
  )
}

function undoByKeys(event: KeyboardEvent, { edits }: FloorEditor): void {
  const isTyping = event.target instanceof HTMLInputElement
  if (isTyping || event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey)) return
  event.preventDefault()
  void (event.shiftKey ? edits.redo() : edits.undo())
}
