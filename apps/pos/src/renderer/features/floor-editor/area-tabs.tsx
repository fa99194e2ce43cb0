import { Pencil, Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Area } from '@orderez/core/floor'
import { useTerminal } from '../../data/index.ts'
import { useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { AreaSheet } from './area-sheet.tsx'
import type { FloorEditor } from './use-floor-editor.ts'

const SORT_STEP = 10
const MAX_SORT = 1_000_000

/** The areas of the floor: one is shown, and each can be named, sized and ordered. */
export function AreaTabs({ editor }: { readonly editor: FloorEditor }) {
  const { t } = useTranslation()
  const words = useWords()
  const { ids } = useTerminal()
  const { areas, area, showArea } = editor.view
  const [editing, setEditing] = useState<Area | null>(null)
  function added(): Area {
    const sort = Math.min(MAX_SORT, Math.max(0, ...areas.map((each) => each.sort)) + SORT_STEP)
    return { id: ids.next('area'), kind: 'area', v: 1, names: { zh: '', en: '' }, sort }
  }
  return (
    <>
      {areas.map((each) => (
        <Button
          key={each.id}
          data-testid={TEST_IDS.floorArea}
          look={each.id === area?.id ? 'chosen' : 'plain'}
          aria-pressed={each.id === area?.id}
          onClick={() => showArea(each.id)}
        >
          {words.name(each.names)}
        </Button>
      ))}
      {area ? (
        <Button data-testid={TEST_IDS.floorEditArea} onClick={() => setEditing(area)}>
          <Pencil aria-hidden size={20} />
          {t('floorEditor.editArea')}
        </Button>
      ) : null}
      <Button data-testid={TEST_IDS.floorAddArea} onClick={() => setEditing(added())}>
        <Plus aria-hidden size={20} />
        {t('floorEditor.addArea')}
      </Button>
      {editing ? <AreaSheet area={editing} editor={editor} onClose={() => setEditing(null)} /> : null}
    </>
  )
}
