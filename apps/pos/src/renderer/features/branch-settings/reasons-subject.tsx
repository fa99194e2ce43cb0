import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { REASON_USES, type Reason } from '@orderez/core/branch'
import { useTerminal } from '../../data/index.ts'
import { Choice } from '../../ui/choice.tsx'
import { TEST_IDS } from '../../test-ids.ts'
import { EntrySheet } from './entry-sheet.tsx'
import { PresetSubject } from './preset-subject.tsx'
import type { SettingsEditor } from './use-settings.ts'

const USE_KEYS = {
  void: 'settings.useVoid',
  comp: 'settings.useComp',
  discount: 'settings.useDiscount',
  refund: 'settings.useRefund',
  reopen: 'settings.useReopen',
  price: 'settings.usePrice',
} as const satisfies Record<Reason['use'], string>

/** The reasons that people tap, for one use at a time. */
export function ReasonsSubject({ editor }: { readonly editor: SettingsEditor }) {
  const { t } = useTranslation()
  const { ids } = useTerminal()
  const [use, setUse] = useState<Reason['use']>('void')
  const { settings, change } = editor
  return (
    <div className="flex flex-col gap-4">
      <Choice
        label={t('settings.reasonFor')}
        testId={TEST_IDS.settingsReasonUse}
        value={use}
        options={REASON_USES.map((each) => ({ value: each, label: t(USE_KEYS[each]) }))}
        onChoose={setUse}
      />
      <PresetSubject<Reason>
        key={use}
        list={settings.reasons}
        isPeer={(reason) => reason.use === use}
        addLabel={t('settings.addReason')}
        make={() => ({ id: ids.next('reason'), use, names: { zh: '', en: '' } })}
        write={(reasons) => change({ reasons })}
        sheet={(reason, save, close) => <ReasonSheet reason={reason} save={save} onClose={close} />}
      />
    </div>
  )
}

interface ReasonSheetProps {
  readonly reason: Reason
  readonly save: (reason: Reason) => Promise<boolean>
  readonly onClose: () => void
}

function ReasonSheet({ reason, save, onClose }: ReasonSheetProps) {
  const { t } = useTranslation()
  const [draft, setDraft] = useState(reason)
  return (
    <EntrySheet
      title={t(USE_KEYS[reason.use])}
      names={draft.names}
      onNames={(names) => setDraft({ ...draft, names })}
      onSave={() => save(draft)}
      onClose={onClose}
    />
  )
}
