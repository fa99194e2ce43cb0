import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { QrTender } from '@orderez/core/payments'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { SettingsEditor } from './use-settings.ts'

const CODE_MAX = 400

interface PayCodesProps {
  readonly editor: SettingsEditor
  readonly tenders: readonly QrTender[]
}

/** What a guest scans for each wallet that the branch takes. */
export function PayCodes({ editor, tenders }: PayCodesProps) {
  const { t } = useTranslation()
  return (
    <section className="flex flex-col gap-3">
      <h3 className="text-lg font-bold">{t('settings.payCodes')}</h3>
      <p className="text-sm text-ink-2">{t('settings.payCodesHint')}</p>
      {tenders.map((tender) => (
        <PayCode key={`${tender} ${editor.settings.payCodes[tender] ?? ''}`} tender={tender} editor={editor} />
      ))}
    </section>
  )
}

function PayCode({ tender, editor }: { readonly tender: QrTender; readonly editor: SettingsEditor }) {
  const { t } = useTranslation()
  const kept = editor.settings.payCodes[tender] ?? ''
  const [typed, setTyped] = useState(kept)
  const wanted = typed.trim()
  return (
    <form
      className="flex flex-wrap items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        void editor.change(({ payCodes }) => ({ payCodes: { ...payCodes, [tender]: wanted } }))
      }}
    >
      <span className="min-w-60 flex-1">
        <TextField
          label={t('settings.payCode', { tender: t(`tenderName.${tender}`) })}
          max={CODE_MAX}
          value={typed}
          data-testid={TEST_IDS.payCode}
          data-tender={tender}
          onText={setTyped}
        />
      </span>
      <Button
        type="submit"
        data-testid={TEST_IDS.payCodeSave}
        disabled={wanted === kept}
        hint={wanted === kept ? t('settings.nothingChanged') : undefined}
      >
        {t('manager.save')}
      </Button>
    </form>
  )
}
