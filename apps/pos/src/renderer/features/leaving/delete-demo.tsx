import { Suspense, useState } from 'react'
import { Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useIsDemo, useIsOpen } from '../../data/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { screenAhead } from '../../ui/screen-ahead.tsx'

const { Screen: DeleteDemoSheet } = screenAhead(async () => (await import('./delete-demo-sheet.tsx')).DeleteDemoSheet)

/** Ends the demo, after a question. Shown in a demo only. */
export function DeleteDemo() {
  const { t } = useTranslation()
  const isDemo = useIsDemo()
  const isOpen = useIsOpen()
  const [asking, setAsking] = useState(false)
  if (!isDemo) return null
  return (
    <>
      <Button data-testid={TEST_IDS.deleteDemo} disabled={!isOpen} onClick={() => setAsking(true)}>
        <Trash2 aria-hidden size={20} />
        {t('signIn.deleteDemo')}
      </Button>
      <Suspense>{asking ? <DeleteDemoSheet onClose={() => setAsking(false)} /> : null}</Suspense>
    </>
  )
}
