import { useTranslation } from 'react-i18next'
import { CountField } from '../document-edits/index.ts'
import type { SettingsEditor } from './use-settings.ts'

const MOST_MINUTES = 600
const MOST_SECONDS = 30

/** When a table calls for somebody, and how long a Send can be taken back. */
export function TimesSubject({ editor }: { readonly editor: SettingsEditor }) {
  const { t } = useTranslation()
  const { waitingMinutes, sendUndoSeconds } = editor.settings
  return (
    <div className="flex flex-col gap-4 rounded-lg border border-line bg-surface p-4">
      <CountField
        label={t('settings.waitingMinutes')}
        value={waitingMinutes}
        min={1}
        max={MOST_MINUTES}
        inRow
        onValue={(minutes) => editor.change({ waitingMinutes: minutes })}
      />
      <CountField
        label={t('settings.sendUndoSeconds')}
        value={sendUndoSeconds}
        min={0}
        max={MOST_SECONDS}
        inRow
        onValue={(seconds) => editor.change({ sendUndoSeconds: seconds })}
      />
    </div>
  )
}
