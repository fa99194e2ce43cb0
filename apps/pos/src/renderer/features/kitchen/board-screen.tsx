import { useTranslation } from 'react-i18next'
import { pickupBoardOf, type BoardEntry } from '@orderez/core/kitchen'
import { orderNumberText } from '@orderez/core/orders'
import { useTerminal } from '../../data/index.ts'
import { HTML_LANGUAGE, languageShown, useUi } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { classNames } from '../../ui/class-names.ts'
import { useNow } from '../../ui/use-now.ts'
import { OrderTypeSign } from './order-type-sign.tsx'
import { StaleNotice } from './stale-notice.tsx'
import { useKitchenOrders } from './use-kitchen-orders.ts'
import { WallLinks } from './wall-links.tsx'
import { WallSurface } from './wall-surface.tsx'
import { WayOut } from './way-out.tsx'
import './board-screen.css'

const READY_FOR_MS = 60 * 60_000

/** For guests who wait for takeaway and riders: numbers being made, numbers to be fetched; no names, no amounts, no tables. */
export function BoardScreen() {
  const { t } = useTranslation()
  const { now } = useTerminal()
  const orders = useKitchenOrders()
  useNow()
  if (!orders) return <p className="p-8 text-ink-2">{t('boot.opening')}</p>
  const board = pickupBoardOf(orders, { now: now(), readyForMs: READY_FOR_MS })
  return (
    <WallSurface>
      <StaleNotice />
      <main
        className="grid min-h-0 flex-1 grid-rows-2 gap-4 p-4 phone:grid-cols-2 phone:grid-rows-1"
        aria-live="polite"
      >
        <h1 className="sr-only">{t('kitchen.board')}</h1>
        <BoardColumn kind="preparing" entries={board.preparing} />
        <BoardColumn kind="ready" entries={board.ready} />
      </main>
      <footer className="flex justify-end gap-2 p-2">
        <WayOut />
        <WallLinks here="board" />
      </footer>
    </WallSurface>
  )
}

interface BoardColumnProps {
  readonly kind: 'preparing' | 'ready'
  readonly entries: readonly BoardEntry[]
}

function BoardColumn({ kind, entries }: BoardColumnProps) {
  const { t } = useTranslation()
  const language = useUi(languageShown)
  const otherLanguage = language === 'zh' ? 'en' : 'zh'
  const { t: other } = useTranslation('translation', { lng: otherLanguage })
  const ready = kind === 'ready'
  const key = ready ? 'kitchen.readyToPickUp' : 'kitchen.preparing'
  return (
    <section
      data-testid={ready ? TEST_IDS.boardReady : TEST_IDS.boardPreparing}
      className={classNames(
        'flex min-h-0 flex-col overflow-hidden rounded-lg border-4 bg-surface',
        ready ? 'border-ready' : 'border-line-strong',
      )}
    >
      <h2 className={classNames('p-4 text-center', ready ? 'bg-ready text-on-ready' : 'bg-raised')}>
        <span className="block text-3xl font-bold phone:text-4xl">{t(key)}</span>
        <span lang={HTML_LANGUAGE[otherLanguage]} className="block text-2xl">
          {other(key)}
        </span>
      </h2>
      {entries.length === 0 ? <p className="p-8 text-center text-2xl text-ink-2">{t('kitchen.noneWaiting')}</p> : null}
      <ul className="board-numbers min-h-0 gap-4 overflow-y-auto p-4">
        {entries.map((entry) => (
          <li
            key={entry.order}
            data-testid={TEST_IDS.boardNumber}
            className={classNames(
              'flex flex-col items-center rounded-lg p-4',
              ready ? 'bg-ready-soft text-on-ready-soft' : 'bg-raised',
            )}
          >
            <span className="text-kds-table font-bold whitespace-nowrap">{orderNumberText(entry.number)}</span>
            <OrderTypeSign type={entry.type} />
          </li>
        ))}
      </ul>
    </section>
  )
}
