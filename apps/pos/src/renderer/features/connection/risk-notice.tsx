import { useTranslation } from 'react-i18next'
import { orderNumberText } from '@orderez/core/orders'
import type { EngineStatus } from '@orderez/core/sync-engine'
import { useEngineStatus, useLive, useTerminal } from '../../data/index.ts'
import { risksNoted, useUi, useUiDispatch } from '../../state/index.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ordersAtRisk, riskCount, risksOf } from './risks-of.ts'

/** Loud only when a promise is at risk: what does not work, what still does, and what to do. */
export function RiskNotice() {
  const { t } = useTranslation()
  const status = useEngineStatus()
  const noted = useUi((state) => state.view.noted)
  const { link, blockedBy, breaks } = status
  const risks = risksOf(status)
  const count = riskCount(risks)
  const broken = breaks.at(-1)
  if (blockedBy) return <Notice tone="late">{t(`risk.${blockedBy.by}`)}</Notice>
  if (link === 'unauthorised') return <Notice tone="late">{t('risk.unauthorised')}</Notice>
  if (count <= noted) return null
  const { setAside, undelivered, refusedEdits } = risks
  const lost = undelivered + refusedEdits > 0
  return (
    <Notice tone={lost || setAside > 0 ? 'late' : 'wait'} className="m-2">
      <span className="flex items-center gap-4">
        <span className="flex flex-1 flex-col gap-1">
          {undelivered > 0 ? <span>{t('risk.undelivered', { count: undelivered })}</span> : null}
          {refusedEdits > 0 ? <span>{t('risk.refusedEdits', { count: refusedEdits })}</span> : null}
          {lost ? <Where status={status} /> : null}
          {setAside > 0 ? <span>{t('risk.setAside', { count: setAside })}</span> : null}
          {broken && setAside === 0 && !lost ? <span>{t(`break.${broken}`)}</span> : null}
        </span>
        <Noted count={count} />
      </span>
    </Notice>
  )
}

/** The orders concerned, as people call them; those that are closed are not looked for. */
function Where({ status }: { readonly status: EngineStatus }) {
  const { t } = useTranslation()
  const { queries } = useTerminal()
  const open = useLive(queries.openOrders)
  const floor = useLive(queries.floor)
  const names = ordersAtRisk(status, open ?? []).map(({ table, opening }) => {
    const label = table ? (floor?.tables.get(table)?.label ?? '') : t('order.noTable')
    return opening ? `${label} (${orderNumberText(opening.number)})` : label
  })
  if (names.length === 0) return null
  return <b>{t('risk.where', { orders: names.join(', ') })}</b>
}

/** What happened stays in the records; only its notice goes. */
function Noted({ count }: { readonly count: number }) {
  const { t } = useTranslation()
  const dispatch = useUiDispatch()
  return <Button onClick={() => dispatch(risksNoted(count))}>{t('risk.noted')}</Button>
}
