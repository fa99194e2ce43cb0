import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { leastPlanSize, planSizeOf, removedArea, type Area } from '@orderez/core/floor'
import { Button } from '../../ui/button.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { refusalKeyOf } from './refusal-keys.ts'
import { EditSheetFoot, NamesFields, CountField } from '../document-edits/index.ts'
import type { FloorEditor } from './use-floor-editor.ts'

const CM_IN_A_METRE = 100
const LEAST_PLAN_CM = 300
const LARGEST_PLAN_CM = 10_000

interface AreaSheetProps {
  readonly area: Area
  readonly editor: FloorEditor
  readonly onClose: () => void
}

/** An area's name, the size of its plan and its place among the areas; removed when it is empty. */
export function AreaSheet({ area, editor, onClose }: AreaSheetProps) {
  const { t } = useTranslation()
  const { areas, all, showArea } = editor.view
  const [draft, setDraft] = useState(area)
  const { names } = draft
  const stored = areas.find(({ id }) => id === area.id) ?? null
  const tables = all.filter((table) => table.area === area.id)
  const plan = planSizeOf(draft, tables)
  const least = leastPlanSize(tables)
  const isNamed = names.zh.trim() !== '' || names.en.trim() !== ''
  const removed = removedArea(area, all)

  async function save(next: Area): Promise<void> {
    if (!(await editor.edits.write([{ before: stored, after: next }]))) return
    if (!next.deleted) showArea(next.id)
    onClose()
  }
  return (
    <Sheet title={t('floorEditor.area')} closeLabel={t('manager.cancel')} onClose={onClose}>
      <div className="flex flex-col gap-4">
        <NamesFields names={names} onNames={(next) => setDraft({ ...draft, names: next })} />
        <CountField
          label={t('floorEditor.planWidth')}
          value={Math.ceil(plan.width / CM_IN_A_METRE)}
          min={Math.ceil(Math.max(LEAST_PLAN_CM, least.width) / CM_IN_A_METRE)}
          max={LARGEST_PLAN_CM / CM_IN_A_METRE}
          inRow
          onValue={(metres) => setDraft({ ...draft, width: metres * CM_IN_A_METRE })}
        />
        <CountField
          label={t('floorEditor.planDepth')}
          value={Math.ceil(plan.height / CM_IN_A_METRE)}
          min={Math.ceil(Math.max(LEAST_PLAN_CM, least.height) / CM_IN_A_METRE)}
          max={LARGEST_PLAN_CM / CM_IN_A_METRE}
          inRow
          onValue={(metres) => setDraft({ ...draft, height: metres * CM_IN_A_METRE })}
        />
        {stored ? <AreaOrder area={stored} editor={editor} /> : null}
        <EditSheetFoot
          problem={isNamed ? null : t('manager.needsName')}
          onSave={() => void save(draft)}
          removal={
            stored && {
              problem: removed.ok ? null : t(refusalKeyOf(removed.code)),
              onRemove: () => removed.ok && void save(removed.value),
            }
          }
        />
      </div>
    </Sheet>
  )
}

const SORT_STEP = 10

function AreaOrder({ area, editor }: Omit<AreaSheetProps, 'onClose'>) {
  const { t } = useTranslation()
  const { areas } = editor.view
  const at = areas.indexOf(area)
  /** Places are given anew, for some may be equal; only what changed is written, as one step. */
  function move(by: number): void {
    const moved = areas.toSpliced(at, 1).toSpliced(at + by, 0, area)
    const step = moved.flatMap((before, index) => {
      const after = { ...before, sort: (index + 1) * SORT_STEP }
      return after.sort === before.sort ? [] : [{ before, after }]
    })
    void editor.edits.write(step)
  }
  return (
    <div className="flex items-center gap-2">
      <span className="flex-1 text-sm text-ink-2">
        {t('floorEditor.areaPlace', { place: at + 1, count: areas.length })}
      </span>
      <Button disabled={at <= 0} onClick={() => move(-1)}>
        {t('manager.earlier')}
      </Button>
      <Button disabled={at === areas.length - 1} onClick={() => move(1)}>
        {t('manager.later')}
      </Button>
    </div>
  )
}
