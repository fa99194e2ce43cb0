import { useTranslation } from 'react-i18next'
import { SizedStepper } from '../document-edits/index.ts'
import type { SettingsEditor } from './use-settings.ts'

/** When a table calls for somebody, and how long a Send can be taken back. */
export function TimesSubject({ editor }: { readonly editor: SettingsEditor }) {
  const { t } = useTranslation()
  const { waitingMinutes, sendUndoSeconds } = editor.settings
  return (
    <div className="flex flex-col gap-4 rounded-lg border border-line bg-surface p-4">
      <SizedStepper
        label={t('settings.waitingMinutes')}
        value={waitingMinutes}
        onStep={(by) => void editor.change((now) => ({ waitingMinutes: now.waitingMinutes + by }))}
      />
      <SizedStepper
        label={t('settings.sendUndoSeconds')}
        value={sendUndoSeconds}
        onStep={(by) => void editor.change((now) => ({ sendUndoSeconds: now.sendUndoSeconds + by }))}
      />
    </div>
  )
}
