import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TEST_IDS } from '../../test-ids.ts'
import { classNames } from '../../ui/class-names.ts'
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
      <nav aria-label={t('settings.title')} className="settings-nav">
        {SUBJECTS.map((subject) => (
          <button
            key={subject.id}
            type="button"
            data-testid={TEST_IDS.settingsSubject}
            data-subject={subject.id}
            aria-current={subject === shown ? 'page' : undefined}
            onClick={() => setShown(subject)}
            className={classNames(
              'press min-h-(--touch-step) rounded-md px-4 text-left font-bold',
              subject === shown
                ? 'bg-ink text-surface'
                : 'border border-line bg-surface text-ink tablet:border-transparent tablet:bg-transparent',
            )}
          >
            {t(subject.word)}
          </button>
        ))}
      </nav>
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
