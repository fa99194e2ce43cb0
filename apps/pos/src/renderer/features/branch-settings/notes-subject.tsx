import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { NotePreset } from '@orderez/core/branch'
import { useTerminal } from '../../data/index.ts'
import { EntrySheet } from './entry-sheet.tsx'
import { PresetSubject } from './preset-subject.tsx'
import type { SettingsEditor } from './use-settings.ts'

/** Notes to the kitchen that are one tap. */
export function NotesSubject({ editor }: { readonly editor: SettingsEditor }) {
  const { t } = useTranslation()
  const { ids } = useTerminal()
  const { settings, change } = editor
  return (
    <PresetSubject<NotePreset>
      list={settings.notePresets}
      addLabel={t('settings.addNote')}
      make={() => ({ id: ids.next('notePreset'), names: { zh: '', en: '' } })}
      write={(notePresets) => change({ notePresets })}
      sheet={(note, save, close) => <NoteSheet note={note} save={save} onClose={close} />}
    />
  )
}

interface NoteSheetProps {
  readonly note: NotePreset
  readonly save: (note: NotePreset) => Promise<boolean>
  readonly onClose: () => void
}

function NoteSheet({ note, save, onClose }: NoteSheetProps) {
  const { t } = useTranslation()
  const [draft, setDraft] = useState(note)
  return (
    <EntrySheet
      title={t('settings.note')}
      names={draft.names}
      onNames={(names) => setDraft({ ...draft, names })}
      onSave={() => save(draft)}
      onClose={onClose}
    />
  )
}
