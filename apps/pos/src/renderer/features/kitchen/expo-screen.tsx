import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { expoOrdersOf } from '@orderez/core/kitchen'
import { useTerminal } from '../../data/index.ts'
import { useWords } from '../../state/index.ts'
import { useNow } from '../../ui/use-now.ts'
import { ConnectionSign } from '../connection/index.ts'
import { ExpoCard } from './expo-card.tsx'
import { PreferencesButton } from '../preferences/index.ts'
import { StaleNotice } from './stale-notice.tsx'
import { useKitchenOrders } from './use-kitchen-orders.ts'
import { WallLinks } from './wall-links.tsx'
import { WallSurface } from './wall-surface.tsx'
import { WayOut } from './way-out.tsx'

/** The pass: every order with all its stations joined, the oldest on the left, so that it goes out together. */
export function ExpoScreen() {
  const { t } = useTranslation()
  const orders = useKitchenOrders()
  const waiting = useMemo(() => (orders ? expoOrdersOf(orders) : null), [orders])
  if (!orders || !waiting) return <p className="p-8 text-ink-2">{t('boot.opening')}</p>
  return (
    <WallSurface>
      <header className="flex min-h-20 flex-wrap items-center gap-4 border-b border-line px-4">
        <WayOut />
        <h1 className="text-2xl font-bold">{t('kitchen.expo')}</h1>
        <ConnectionSign />
        <span className="text-kds-opt">{t('kitchen.waitingOrders', { orders: waiting.length })}</span>
        <span className="flex-1" />
        <WallLinks here="expo" />
        <PreferencesButton />
        <WallClock />
      </header>
      <StaleNotice />
      <main className="min-h-0 flex-1 p-2" aria-live="polite">
        {waiting.length === 0 ? (
          <p className="p-8 text-kds-line text-ink-2">{t('kitchen.expoNothing')}</p>
        ) : (
          <div className="ticket-columns" tabIndex={0} role="region" aria-label={t('kitchen.expo')}>
            {waiting.map((order) => (
              <ExpoCard key={order.order} expo={order} orders={orders} />
            ))}
          </div>
        )}
      </main>
    </WallSurface>
  )
}

function WallClock() {
  const { time } = useWords()
  const { now } = useTerminal()
  useNow()
  return <span className="text-2xl font-bold">{time(now())}</span>
}
