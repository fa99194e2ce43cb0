import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Names } from '@orderez/core/kernel'
import { useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'

export interface Entry {
  readonly id: string
  readonly names: Names
  readonly detail?: string | undefined
  /** Why it cannot be removed. */
  readonly kept?: string | undefined
}

interface EntryListProps {
  readonly entries: readonly Entry[]
  readonly addLabel: string
  readonly onAdd: () => void
  readonly onOpen: (id: string) => void
  readonly onMove?: (id: string, by: 1 | -1) => void
  readonly onRemove: (id: string) => void
}

/** A list to add to, order and take from; a removal is taken back by Undo. */
export function EntryList({ entries, addLabel, onAdd, onOpen, onMove, onRemove }: EntryListProps) {
  const { t } = useTranslation()
  const words = useWords()
  return (
    <div className="flex flex-col gap-2">
      {entries.length === 0 ? <p className="text-ink-2">{t('settings.none')}</p> : null}
      <ul className="flex flex-col gap-2">
        {entries.map(({ id, names, detail, kept }, index) => (
          <li
            key={id}
            data-testid={TEST_IDS.settingsEntry}
            className="flex items-center gap-2 rounded-md border border-line bg-surface p-2"
          >
            <button
              type="button"
              onClick={() => onOpen(id)}
              className="press flex min-h-(--touch-line) min-w-0 flex-1 flex-col justify-center px-2 text-left"
            >
              <span className="font-bold">{words.name(names)}</span>
              <span className="text-sm text-ink-2">
                {[words.otherName(names), detail, kept].filter(Boolean).join(' · ')}
              </span>
            </button>
            {onMove ? (
              <>
                <IconButton label={t('manager.earlier')} disabled={index === 0} onClick={() => onMove(id, -1)}>
                  <ArrowUp aria-hidden size={20} />
                </IconButton>
                <IconButton
                  label={t('manager.later')}
                  disabled={index === entries.length - 1}
                  onClick={() => onMove(id, 1)}
                >
                  <ArrowDown aria-hidden size={20} />
                </IconButton>
              </>
            ) : null}
            <IconButton
              label={kept ?? t('manager.delete')}
              testId={TEST_IDS.settingsRemove}
              disabled={kept !== undefined}
              onClick={() => onRemove(id)}
            >
              <Trash2 aria-hidden size={20} />
            </IconButton>
          </li>
        ))}
      </ul>
      <Button data-testid={TEST_IDS.settingsAdd} className="self-start" onClick={onAdd}>
        <Plus aria-hidden size={20} />
        {addLabel}
      </Button>
    </div>
  )
}
