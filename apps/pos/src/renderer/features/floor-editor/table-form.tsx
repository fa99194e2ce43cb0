import { RotateCcw, RotateCw, Trash2, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { GRID_CM, LARGEST_TABLE_CM, LEAST_TABLE_CM, resized, turnedBy, type Table } from '@orderez/core/floor'
import { ok } from '@orderez/core/kernel'
import { useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { LabelField } from './label-field.tsx'
import { CountField } from '../document-edits/index.ts'
import type { FloorEditor } from './use-floor-editor.ts'

const TURN_STEP = 15
const MOST_SEATS = 99

interface TableFormProps {
  readonly table: Table
  readonly editor: FloorEditor
}

/** All of one table; each change is written at once and can be taken back. */
export function TableForm({ table, editor }: TableFormProps) {
  const { t } = useTranslation()
  const { plan, overlaps } = editor.view
  const { seats, w, h, rotation } = table
  const size = { min: LEAST_TABLE_CM, max: LARGEST_TABLE_CM, step: GRID_CM, inRow: true } as const
  const sizeOf = (width: number, height: number) => editor.change(table, resized(table, { w: width, h: height }, plan))
  const turn = (by: number) => editor.change(table, turnedBy(table, by, plan))
  return (
    <div className="flex flex-col gap-4" data-testid={TEST_IDS.floorForm}>
      {overlaps.has(table.id) ? (
        <p className="flex items-center gap-2 rounded-md border border-late-edge bg-late-soft p-3 text-sm text-on-late-soft">
          <TriangleAlert aria-hidden size={20} className="shrink-0" />
          {t('floorEditor.overlapsHow')}
        </p>
      ) : null}
      <LabelField key={`${table.id} ${table.label}`} table={table} editor={editor} />
      <CountField
        label={t('floorEditor.seats')}
        value={seats}
        min={0}
        max={MOST_SEATS}
        inRow
        onValue={(count) => editor.change(table, ok({ ...table, seats: count }))}
      />
      {table.shape === 'round' ? (
        <CountField {...size} label={t('floorEditor.diameter')} value={w} onValue={(side) => sizeOf(side, side)} />
      ) : (
        <>
          <CountField {...size} label={t('floorEditor.width')} value={w} onValue={(wide) => sizeOf(wide, h)} />
          <CountField {...size} label={t('floorEditor.depth')} value={h} onValue={(deep) => sizeOf(w, deep)} />
        </>
      )}
      <div className="flex items-center gap-2">
        <span className="flex-1 text-sm text-ink-2">{t('floorEditor.turned', { degrees: rotation })}</span>
        <Button aria-label={t('floorEditor.turnLeft')} onClick={() => turn(-TURN_STEP)}>
          <RotateCcw aria-hidden size={20} />
        </Button>
        <Button
          data-testid={TEST_IDS.floorTurn}
          aria-label={t('floorEditor.turnRight')}
          onClick={() => turn(TURN_STEP)}
        >
          <RotateCw aria-hidden size={20} />
        </Button>
      </div>
      <TableArea table={table} editor={editor} />
      <Button look="danger" data-testid={TEST_IDS.floorRemove} onClick={() => editor.remove(table)}>
        <Trash2 aria-hidden size={20} />
        {t('floorEditor.remove')}
      </Button>
    </div>
  )
}

/** To another area: the table keeps its place there, and overlaps are shown. */
function TableArea({ table, editor }: TableFormProps) {
  const { t } = useTranslation()
  const words = useWords()
  const { areas, showArea } = editor.view
  if (areas.length < 2) return null
  return (
    <SelectField
      label={t('floorEditor.area')}
      value={table.area}
      groups={[{ options: areas.map(({ id, names }) => ({ value: id, label: words.name(names) })) }]}
      onPick={(picked) => {
        const area = areas.find(({ id }) => id === picked)
        if (!area) return
        editor.change(table, ok({ ...table, area: area.id }))
        showArea(area.id)
      }}
    />
  )
}
