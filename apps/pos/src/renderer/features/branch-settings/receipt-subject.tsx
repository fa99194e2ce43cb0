import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { checkSettings } from '@orderez/core/branch'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { problemKeyOf } from './problem-keys.ts'
import type { SettingsEditor } from './use-settings.ts'

const ROWS = 4

/** What stands below a receipt. */
export function ReceiptSubject({ editor }: { readonly editor: SettingsEditor }) {
  const { receiptFooter } = editor.settings
  return <ReceiptForm key={receiptFooter} editor={editor} />
}

function ReceiptForm({ editor }: { readonly editor: SettingsEditor }) {
  const { t } = useTranslation()
  const { receiptFooter } = editor.settings
  const [typed, setTyped] = useState(receiptFooter)
  const checked = checkSettings({ receiptFooter: typed })
  const why = checked.ok
    ? typed === receiptFooter
      ? t('settings.nothingChanged')
      : null
    : t(problemKeyOf(checked.code))
  return (
    <div className="flex flex-col gap-3">
      <TextArea label={t('settings.receiptFooter')} rows={ROWS} value={typed} onText={setTyped} />
      <Button
        look="primary"
        className="self-end"
        data-testid={TEST_IDS.managerSave}
        disabled={why !== null}
        hint={why ?? undefined}
        onClick={() => void editor.change({ receiptFooter: typed })}
      >
        {t('manager.save')}
      </Button>
    </div>
  )
}
