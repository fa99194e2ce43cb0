import { Sparkles, Unplug } from 'lucide-react'
import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useIsDemo, useNetworkCut } from '../../data/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { classNames } from '../../ui/class-names.ts'
import { screenAhead } from '../../ui/screen-ahead.tsx'

const { Screen: DemoSheet } = screenAhead(async () => (await import('./demo-sheet.tsx')).DemoSheet)

/** The small sign in the bar that says what this restaurant is, and opens what it can show. Nothing in a real one. */
export function DemoSign() {
  const { t } = useTranslation()
  const isDemo = useIsDemo()
  const cut = useNetworkCut()
  const [open, setOpen] = useState(false)
  if (!isDemo) return null
  return (
    <>
      <button
        type="button"
        data-testid={TEST_IDS.demoSign}
        data-cut={cut}
        onClick={() => setOpen(true)}
        className={classNames(
          'press inline-flex min-h-(--touch-min) min-w-(--touch-min) items-center justify-center gap-2 rounded-md border px-2 text-sm font-bold',
          cut ? 'border-late-edge bg-late-soft text-on-late-soft' : 'border-line-strong bg-raised text-ink',
        )}
      >
        {cut ? <Unplug aria-hidden size={18} /> : <Sparkles aria-hidden size={18} />}
        <span className="sr-only tablet:not-sr-only">{cut ? t('bar.demoCut') : t('bar.demo')}</span>
      </button>
      <Suspense>{open ? <DemoSheet onClose={() => setOpen(false)} /> : null}</Suspense>
    </>
  )
}
