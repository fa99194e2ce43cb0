import { useTranslation } from 'react-i18next'
import { useEngineStatus } from '../../data/index.ts'
import { risksNoted, useUi, useUiDispatch } from '../../state/index.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'

/** Loud only when a promise is at risk: what does not work, what still does, and what to do. */
export function RiskNotice() {
  const { t } = useTranslation()
  const { link, blockedBy, refused, held, breaks } = useEngineStatus()
  const noted = useUi((state) => state.view.noted)
  const count = refused + held + breaks.length
  const broken = breaks.at(-1)
  if (blockedBy) return <Notice tone="late">{t(`risk.${blockedBy.by}`)}</Notice>
  if (link === 'unauthorised') return <Notice tone="late">{t('risk.unauthorised')}</Notice>
  if (count <= noted) return null
  return (
    <Notice tone={refused + held > 0 ? 'late' : 'wait'} className="m-2">
      <span className="flex items-center gap-4">
        <span className="flex-1">
          {refused + held > 0 ? t('risk.setAside', { count: refused + held }) : broken ? t(`break.${broken}`) : null}
        </span>
        <Noted count={count} />
      </span>
    </Notice>
  )
}

/** What happened stays in the records; only its notice goes. */
function Noted({ count }: { readonly count: number }) {
  const { t } = useTranslation()
  const dispatch = useUiDispatch()
  return <Button onClick={() => dispatch(risksNoted(count))}>{t('risk.noted')}</Button>
}
