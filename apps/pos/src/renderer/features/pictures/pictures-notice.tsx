import { useTranslation } from 'react-i18next'
import { useLive, useTerminal } from '../../data/index.ts'
import { Notice } from '../../ui/notice.tsx'

/** What is wrong with the menu's pictures here: what goes on, what does not, and what to do. Pictures are the first that a short disk does without. */
export function PicturesNotice() {
  const { t } = useTranslation()
  const { pictures } = useTerminal()
  const { isFull = false, refused = [] } = useLive(pictures.kept) ?? {}
  return (
    <>
      {isFull ? (
        <Notice tone="wait" className="m-2">
          {t('pictures.shortDisk')}
        </Notice>
      ) : null}
      {refused.length > 0 ? (
        <Notice tone="late" className="m-2">
          {t('pictures.refusedSome', { count: refused.length })}
        </Notice>
      ) : null}
    </>
  )
}
