import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  changedNow,
  NO_HISTORY,
  redoneStep,
  undoneStep,
  withStep,
  type DocumentChange,
  type EditHistory,
} from '@orderez/core/merge'
import type { EditedCollection } from '@orderez/core/sync'
import { useTerminal, type DocumentKinds } from '../../data/index.ts'
import { usePerson } from '../../state/index.ts'
import { useNotices } from '../notices/index.ts'

export interface DocumentEdits {
  /** Writes the changes as one step that can be taken back; false, and said, where they could not be saved. */
  write(step: readonly DocumentChange[]): Promise<boolean>
  undo(): Promise<void>
  redo(): Promise<void>
  readonly canUndo: boolean
  readonly canRedo: boolean
}

/** Edits of a collection with their history, for as long as the editor is open. What others change meanwhile stays. */
export function useDocumentEdits(collection: EditedCollection): DocumentEdits {
  const { t } = useTranslation()
  const terminal = useTerminal()
  const { person } = usePerson()
  const notices = useNotices()
  const history = useRef<EditHistory>(NO_HISTORY)
  const [shown, setShown] = useState<EditHistory>(NO_HISTORY)

  function remember(next: EditHistory): void {
    history.current = next
    setShown(next)
  }

  function storedNow({ id, kind }: DocumentChange['after']) {
    const all: readonly object[] = terminal.queries.documents(kind as keyof DocumentKinds).get() ?? []
    const found = all.find((document) => 'id' in document && document.id === id)
    return found ? { ...found } : null
  }

  async function save(changes: readonly DocumentChange[]): Promise<boolean> {
    try {
      for (const change of changes) {
        const next = changedNow(storedNow(change.after), change)
        await terminal.edit(collection, { ...next, id: String(next['id']) }, person.id)
      }
      return true
    } catch (cause) {
      console.error('edit', cause)
      notices.say(t('edits.notSaved'))
      return false
    }
  }

  async function revisit(step: ReturnType<typeof undoneStep>): Promise<void> {
    if (!step) return
    const before = history.current
    remember(step.history)
    if (!(await save(step.changes))) remember(before)
  }

  return {
    async write(step) {
      const isSaved = await save(step)
      if (isSaved) remember(withStep(history.current, step))
      return isSaved
    },
    undo: () => revisit(undoneStep(history.current)),
    redo: () => revisit(redoneStep(history.current)),
    canUndo: shown.done.length > 0,
    canRedo: shown.undone.length > 0,
  }
}
