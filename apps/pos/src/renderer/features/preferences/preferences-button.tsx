import { useState, Suspense } from 'react'
import { SlidersHorizontal } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { TEST_IDS } from '../../test-ids.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { screenAhead } from '../../ui/screen-ahead.tsx'

const ICON_SIZE = 22
const { Screen: PreferencesSheet } = screenAhead(async () => (await import('./preferences-sheet.tsx')).PreferencesSheet)

/** How this terminal looks and sounds, and which language a person reads. */
export function PreferencesButton() {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  return (
    <>
      <IconButton label={t('bar.preferences')} testId={TEST_IDS.preferences} onClick={() => setOpen(true)}>
        <SlidersHorizontal aria-hidden size={ICON_SIZE} />
      </IconButton>
      {open ? (
        <Suspense>
          <PreferencesSheet onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  )
}
