import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person } from '@orderez/core/branch'
import { RiskNotice } from '../features/connection/index.ts'
import { NoticesProvider } from '../features/notices/index.ts'
import { PicturesNotice } from '../features/pictures/index.ts'
import { useScreenWords } from '../i18n/i18n.ts'
import { onAWall, screenEntered, useUi, useUiDispatch, type Screen } from '../state/index.ts'
import { useWide } from '../ui/use-wide.ts'
import { ScreenGuard } from './screen-guard.tsx'
import {
  BoardScreen,
  ClosedOrdersScreen,
  DrawerScreen,
  ExpoScreen,
  KitchenScreen,
  ManagerScreen,
  OrderPad,
  PaymentScreen,
  TablesScreen,
} from './screens.ts'
import { TopBar } from './top-bar.tsx'

/** What a person who has signed in sees: the bar, what has to be told, and the screen that was asked for. */
export function SignedIn({ person }: { readonly person: Person }) {
  useScreenWords()
  const screen = useUi((state) => state.view.screen)
  const wall = useUi(onAWall)
  const wide = useWide()
  // A phone has room for one bar, and an order's says where it goes.
  const hasOwnBar = screen.name === 'order' && !wide
  return (
    <NoticesProvider>
      <div className="flex h-full flex-col">
        {wall || hasOwnBar ? null : <TopBar person={person} />}
        <RiskNotice />
        <PicturesNotice />
        <div className="min-h-0 flex-1">
          <GuardedScreen screen={screen} />
        </div>
      </div>
    </NoticesProvider>
  )
}

/** Going to another screen, or the same one of another order, is a fresh start. */
function GuardedScreen({ screen }: { readonly screen: Screen }) {
  const { t } = useTranslation()
  const dispatch = useUiDispatch()
  const toTables = screen.name === 'tables' ? null : () => dispatch(screenEntered({ name: 'tables' }))
  return (
    <ScreenGuard key={'order' in screen ? `${screen.name} ${screen.order}` : screen.name} onLeave={toTables}>
      <Suspense fallback={<p className="p-8 text-ink-2">{t('boot.opening')}</p>}>
        <ScreenOf screen={screen} />
      </Suspense>
    </ScreenGuard>
  )
}

function ScreenOf({ screen }: { readonly screen: Screen }) {
  switch (screen.name) {
    case 'tables':
      return <TablesScreen />
    case 'kitchen':
      return <KitchenScreen />
    case 'expo':
      return <ExpoScreen />
    case 'board':
      return <BoardScreen />
    case 'drawer':
      return <DrawerScreen />
    case 'manager':
      return <ManagerScreen />
    case 'closedOrders':
      return <ClosedOrdersScreen />
    case 'order':
      return <OrderPad key={screen.order} order={screen.order} />
    case 'payment':
      return <PaymentScreen key={screen.order} order={screen.order} />
  }
}
