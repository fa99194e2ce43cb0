import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { QrTender } from '@orderez/core/payments'
import { useTerminal } from '../../data/index.ts'
import { useCan, usePerson } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useNotices } from '../notices/index.ts'

const CODE_MAX = 400

/** No code is set yet: who may sets it here once, from what the wallet's own sign says when it is scanned. */
export function PayCodeField({ tender }: { readonly tender: QrTender }) {
  const { t } = useTranslation()
  const terminal = useTerminal()
  const notices = useNotices()
  const { branch, person } = usePerson()
  const allowed = useCan()('edit.branch')
  const [code, setCode] = useState('')

  async function save(): Promise<void> {
    try {
      const payCodes = { ...branch.payCodes, [tender]: code.trim() }
      await terminal.edit('branch', { ...branch, payCodes }, person.id)
    } catch (cause) {
      console.error('branch', cause)
      notices.say(t('record.notSaved'))
    }
  }

  return (
    <div className="flex w-full flex-col gap-2">
      <Notice tone="wait">{t(allowed ? 'pay.qrNoCodeSet' : 'pay.qrNoCode')}</Notice>
      {allowed ? (
        <>
          <TextField label={t('pay.qrCodeText')} max={CODE_MAX} value={code} onText={setCode} />
          <Button data-testid={TEST_IDS.payCodeSave} disabled={code.trim() === ''} onClick={() => void save()}>
            {t('pay.qrCodeSave')}
          </Button>
        </>
      ) : null}
    </div>
  )
}
