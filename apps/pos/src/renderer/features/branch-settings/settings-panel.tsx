import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TEST_IDS } from '../../test-ids.ts'
import { SectionNav } from '../../ui/section-nav.tsx'
import { UndoRedo, useDocumentEdits } from '../document-edits/index.ts'
import { SUBJECTS } from './subjects.ts'
import { useSettings } from './use-settings.ts'
import './branch-settings.css'

/** What holds for the whole restaurant, one subject at a time; every change can be taken back here. */
export function SettingsPanel() {
  const { t } = useTranslation()
  const editor = useSettings(useDocumentEdits('branch'))
  const [shown, setShown] = useState<(typeof SUBJECTS)[number]>(SUBJECTS[0])
  const { Subject } = shown
  return (
    <section className="settings-panel">
      <SectionNav
        label={t('settings.title')}
        className="settings-nav strip-on-phone"
        testId={TEST_IDS.settingsSubject}
        sections={SUBJECTS.map(({ id, word }) => ({ id, name: t(word) }))}
        shown={shown.id}
        onShow={(id) => setShown(SUBJECTS.find((subject) => subject.id === id) ?? shown)}
      />
      <div className="flex min-w-0 flex-col gap-4">
        <div className="flex flex-wrap items-center gap-2">
          <h1 className="flex-1 text-xl font-bold">{t(shown.word)}</h1>
          <UndoRedo edits={editor.edits} />
        </div>
        <Subject editor={editor} />
      </div>
    </section>
  )
}
