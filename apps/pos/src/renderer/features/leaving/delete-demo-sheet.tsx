import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { deleteDemo, useTerminal } from '../../data/index.ts'
import { useScreenWords } from '../../i18n/i18n.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { problemKey } from './problem-key.ts'
import { useForget } from './use-forget.ts'

/** Asks before the demo ends for good: on the server, on this device, and with it every PIN that everybody knows. */
export function DeleteDemoSheet({ onClose }: { readonly onClose: () => void }) {
  useScreenWords()
  const { t } = useTranslation()
  const { site } = useTerminal()
  const forget = useForget()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  async function remove(): Promise<void> {
    setBusy(true)
    const deleted = await deleteDemo(site)
    if (deleted.ok) return forget({ keepData: false })
    setProblem(deleted.code)
    setBusy(false)
  }
  return (
    <Sheet title={t('demoEnd.title')} closeLabel={t('demoEnd.keep')} onClose={() => busy || onClose()}>
      <div className="flex flex-col gap-4">
        <p>{t('demoEnd.question')}</p>
        {problem === null ? null : <Notice tone="late">{t(problemKey(problem))}</Notice>}
        <Button
          look="danger"
          size="large"
          data-testid={TEST_IDS.deleteDemoSure}
          disabled={busy}
          onClick={() => void remove()}
        >
          {busy ? t('demoEnd.deleting') : t('demoEnd.sure')}
        </Button>
        <Button disabled={busy} onClick={onClose}>
          {t('demoEnd.keep')}
        </Button>
      </div>
    </Sheet>
  )
}
