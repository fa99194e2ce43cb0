import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { checkSettings } from '@orderez/core/branch'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
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
      <label className="flex flex-col gap-1">
        <span className="text-sm text-ink-2">{t('settings.receiptFooter')}</span>
        <textarea
          rows={ROWS}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          className="rounded-md border border-line-strong bg-raised p-4 text-base"
        />
      </label>
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
