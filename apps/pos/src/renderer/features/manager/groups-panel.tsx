import { useState } from 'react'
import { ArrowDown, ArrowUp, Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { OptionGroup } from '@orderez/core/menu'
import { useLive, useTerminal } from '../../data/index.ts'
import { useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { useMenuEdits } from '../menu-edits/index.ts'
import { GroupSheet } from './group-sheet.tsx'

const SORT_STEP = 10
const MAX_SORT = 1_000_000

/** The choices that go with dishes: sizes, spice, extras. */
export function GroupsPanel() {
  const { t } = useTranslation()
  const words = useWords()
  const { queries, ids } = useTerminal()
  const groups = useLive(queries.documents('optionGroup'))
  const dishes = useLive(queries.documents('dish'))
  const [open, setOpen] = useState<OptionGroup | null>(null)
  if (!groups || !dishes) return <p className="text-ink-2">{t('boot.opening')}</p>
  const sorted = groups.toSorted((a, b) => (a.sort ?? 0) - (b.sort ?? 0) || (a.id < b.id ? -1 : 1))
  const usedBy = (group: OptionGroup) => dishes.filter(({ optionGroups }) => optionGroups.includes(group.id))
  function added(): OptionGroup {
    const sort = Math.min(MAX_SORT, Math.max(0, ...sorted.map((group) => group.sort ?? 0)) + SORT_STEP)
    const names = { zh: '', en: '' }
    return { id: ids.next('optionGroup'), kind: 'optionGroup', v: 1, names, min: 0, max: 1, sort, options: [] }
  }
  return (
    <section className="flex flex-col gap-2">
      {sorted.length === 0 ? <p className="text-ink-2">{t('menuEdits.noGroups')}</p> : null}
      <ul className="flex flex-col gap-2">
        {sorted.map((group) => (
          <li key={group.id} className="flex items-center gap-2 rounded-md border border-line bg-surface p-2">
            <button
              type="button"
              data-testid={TEST_IDS.optionGroup}
              onClick={() => setOpen(group)}
              className="press flex min-h-(--touch-line) min-w-0 flex-1 flex-col justify-center px-2 text-left"
            >
              <span className="font-bold">{words.name(group.names)}</span>
              <span className="text-sm text-ink-2">
                {group.options
                  .filter((option) => !option.deleted)
                  .map((option) => words.name(option.names))
                  .join(' · ')}
              </span>
              <span className="text-sm text-ink-2">
                {t(group.min > 0 ? 'menuEdits.required' : 'menuEdits.free', { max: group.max })}
                {' · '}
                {t('menuEdits.usedBy', { count: usedBy(group).length })}
              </span>
            </button>
            <GroupOrder group={group} sorted={sorted} />
          </li>
        ))}
      </ul>
      <Button
        look="primary"
        className="self-start"
        data-testid={TEST_IDS.addOptionGroup}
        onClick={() => setOpen(added())}
      >
        <Plus aria-hidden size={20} />
        {t('menuEdits.addGroup')}
      </Button>
      {open ? <GroupSheet key={open.id} group={open} usedBy={usedBy(open)} onClose={() => setOpen(null)} /> : null}
    </section>
  )
}

interface GroupOrderProps {
  readonly group: OptionGroup
  readonly sorted: readonly OptionGroup[]
}

function GroupOrder({ group, sorted }: GroupOrderProps) {
  const { t } = useTranslation()
  const { saveGroup } = useMenuEdits()
  const at = sorted.indexOf(group)
  async function move(by: number): Promise<void> {
    const moved = sorted.toSpliced(at, 1).toSpliced(at + by, 0, group)
    for (const [place, each] of moved.entries()) {
      const sort = (place + 1) * SORT_STEP
      if (each.sort !== sort && !(await saveGroup({ ...each, sort }))) return
    }
  }
  return (
    <>
      <IconButton label={t('manager.earlier')} disabled={at <= 0} onClick={() => void move(-1)}>
        <ArrowUp aria-hidden size={20} />
      </IconButton>
      <IconButton label={t('manager.later')} disabled={at === sorted.length - 1} onClick={() => void move(1)}>
        <ArrowDown aria-hidden size={20} />
      </IconButton>
    </>
  )
}
