import { useTranslation } from 'react-i18next'
import { useLive, useTerminal } from '../../data/index.ts'
import { Notice } from '../../ui/notice.tsx'

/** The device is short of space: what goes on, what does not, and what to do. Pictures are the first that it does without. */
export function ShortDiskNotice() {
  const { t } = useTranslation()
  const { pictures } = useTerminal()
  const kept = useLive(pictures.kept)
  if (!kept?.isFull) return null
  return (
    <Notice tone="wait" className="m-2">
      {t('pictures.shortDisk')}
    </Notice>
  )
}
