import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { contradictionsOf } from '@orderez/core/orders'
import { useEngineStatus } from '../../data/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Notice } from '../../ui/notice.tsx'
import { undeliveredFacts } from './undelivered-facts.ts'
import type { OrderView } from './use-order.ts'

/** What people said apart that does not go together, and what did not get through, in words. Its safe default holds already; nobody has to answer at once. */
export function Contradictions({ view }: { readonly view: OrderView }) {
  const { t } = useTranslation()
  const found = useMemo(() => {
    const { state, around, atTable } = view
    return contradictionsOf(new Set([...around, ...atTable])).filter((each) => each.orders.includes(state.id))
  }, [view])
  const undelivered = undeliveredFacts(view.state, useEngineStatus()).size
  if (found.length === 0 && undelivered === 0) return null
  const codes = [...new Set(found.map((each) => each.code))]
  return (
    <div className="flex flex-col gap-1 p-2">
      {undelivered > 0 ? <Notice tone="late">{t('order.undelivered', { count: undelivered })}</Notice> : null}
      {codes.map((code) => (
        <Notice key={code} tone="wait" data-testid={TEST_IDS.contradiction} data-code={code}>
          {t(`contradiction.${code}`)}
        </Notice>
      ))}
    </div>
  )
}
