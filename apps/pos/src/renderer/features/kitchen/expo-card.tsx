import { CheckCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { markServed, type ExpoOrder } from '@orderez/core/kitchen'
import { orderNumberText, type OrderState, type UnitRef } from '@orderez/core/orders'
import { useLive, useTerminal } from '../../data/index.ts'
import { usePerson } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Chip } from '../../ui/chip.tsx'
import { classNames } from '../../ui/class-names.ts'
import { useNow } from '../../ui/use-now.ts'
import { useCommand } from '../command/index.ts'
import { AGE_HEADS, AgeSign } from './age-sign.tsx'
import { ExpoLineRow } from './expo-line-row.tsx'
import { OrderTypeSign } from './order-type-sign.tsx'
import { ticketAge } from './ticket-age.ts'

interface ExpoCardProps {
  readonly expo: ExpoOrder
  readonly orders: readonly OrderState[]
}

/** An order at the pass; framed when all that is fired may go out. */
export function ExpoCard({ expo, orders }: ExpoCardProps) {
  const { t } = useTranslation()
  const run = useCommand()
  const serve = (units: readonly UnitRef[]) => void run((context) => markServed(orders, units, context))
  return (
    <article
      data-testid={TEST_IDS.expoOrder}
      data-order={expo.order}
      data-complete={expo.complete}
      className={classNames(
        'ticket-column flex flex-col overflow-hidden rounded-lg border-4 bg-surface',
        expo.complete ? 'border-ready' : 'border-line-strong',
      )}
    >
      <ExpoHead expo={expo} />
      <ul className="min-h-0 overflow-y-auto">
        {expo.lines.map((line) => (
          <ExpoLineRow key={line.line} line={line} onServed={serve} />
        ))}
      </ul>
      <footer className="border-t border-line-strong p-2">
        <button
          type="button"
          data-testid={TEST_IDS.expoServeReady}
          disabled={expo.ready.length === 0}
          onClick={() => serve(expo.ready)}
          className={classNames(
            'press inline-flex min-h-(--touch-key) w-full items-center justify-center gap-2 rounded-md border text-kds-opt font-bold disabled:text-ink-3',
            expo.complete ? 'border-ready bg-ready text-on-ready' : 'border-line-strong bg-raised',
          )}
        >
          <CheckCheck aria-hidden size={24} />
          {t('kitchen.serveReady')}
        </button>
      </footer>
    </article>
  )
}

function ExpoHead({ expo }: { readonly expo: ExpoOrder }) {
  const { t } = useTranslation()
  const { now, queries } = useTerminal()
  const { branch } = usePerson()
  const floor = useLive(queries.floor)
  useNow()
  const ageMs = Math.max(0, now() - (expo.firedAt ?? expo.sentAt))
  const age = expo.firedAt === null ? 'normal' : ticketAge(ageMs, expo.type, branch)
  const table = expo.table ? floor?.tables.get(expo.table)?.label : undefined
  return (
    <header data-age={age} className={classNames('flex items-start gap-2 border-b p-3', AGE_HEADS[age])}>
      <span className="min-w-0 flex-1">
        <span className={classNames('block font-bold', table ? 'text-kds-table' : 'text-3xl')}>
          {table ?? orderNumberText(expo.number)}
        </span>
        <span className="flex flex-wrap items-center gap-2 text-kds-sub">
          {expo.type === 'dineIn' ? (
            <span>{t('kitchen.guests', { count: expo.guests })}</span>
          ) : (
            <OrderTypeSign type={expo.type} wishedAt={expo.wishedAt} />
          )}
          {table ? <span>{orderNumberText(expo.number)}</span> : null}
        </span>
        {expo.note === '' ? null : <span className="block text-kds-sub font-bold">{expo.note}</span>}
      </span>
      <span className="text-right">
        <AgeSign age={age} ageMs={ageMs} />
        {expo.complete ? (
          <Chip tone="ready" icon={<CheckCheck aria-hidden size={18} />}>
            {t('kitchen.complete')}
          </Chip>
        ) : null}
      </span>
    </header>
  )
}
