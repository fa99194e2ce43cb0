import { lazy, Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useLive, useTerminal } from '../data/index.ts'
import { RiskNotice } from '../features/connection/index.ts'
import { NoticesProvider } from '../features/notices/index.ts'
import { SignInScreen } from '../features/sign-in/index.ts'
import { TablesScreen } from '../features/tables/index.ts'
import { PersonContext, screenEntered, useUi, useUiDispatch, type Screen } from '../state/index.ts'
import { ScreenGuard } from './screen-guard.tsx'
import { TopBar } from './top-bar.tsx'

// The floor comes with the page; what lies behind it is fetched right after, and is on the device before anybody taps.
const loadOrderPad = () => import('../features/order-pad/index.ts')
const loadKitchen = () => import('../features/kitchen/index.ts')
const loadPayment = () => import('../features/payment/index.ts')
const loadDrawer = () => import('../features/drawer/index.ts')
const loadManager = () => import('../features/manager/index.ts')
const OrderPad = lazy(async () => ({ default: (await loadOrderPad()).OrderPad }))
const KitchenScreen = lazy(async () => ({ default: (await loadKitchen()).KitchenScreen }))
const ExpoScreen = lazy(async () => ({ default: (await loadKitchen()).ExpoScreen }))
const BoardScreen = lazy(async () => ({ default: (await loadKitchen()).BoardScreen }))
const DrawerScreen = lazy(async () => ({ default: (await loadDrawer()).DrawerScreen }))
const ManagerScreen = lazy(async () => ({ default: (await loadManager()).ManagerScreen }))
const PaymentScreen = lazy(async () => ({ default: (await loadPayment()).PaymentScreen }))

/** Screens on a wall, with a bar of their own. */
const FULL_SCREEN: ReadonlySet<Screen['name']> = new Set(['kitchen', 'expo', 'board'])

function useScreensAhead(): void {
  useEffect(() => {
    Promise.all([loadOrderPad(), loadPayment(), loadKitchen(), loadDrawer(), loadManager()]).catch((cause: unknown) =>
      console.error('screens', cause),
    )
  }, [])
}

/** Everything behind the sign-in: the bar, and the screen that was asked for. */
export function Workplace() {
  useScreensAhead()
  const { queries } = useTerminal()
  const records = useLive(queries.branch)
  const id = useUi((state) => state.session.person)
  const screen = useUi((state) => state.view.screen)
  const person = id === null ? undefined : records?.person.get(id)
  if (!records?.branch || !person?.active) {
    return (
      <div className="flex h-full flex-col">
        <TopBar person={null} />
        <div className="min-h-0 flex-1">
          <ScreenGuard onLeave={null}>
            <SignInScreen />
          </ScreenGuard>
        </div>
      </div>
    )
  }
  return (
    <PersonContext value={{ person, branch: records.branch, roles: records.roles }}>
      <NoticesProvider>
        <div className="flex h-full flex-col">
          {FULL_SCREEN.has(screen.name) ? null : <TopBar person={person} />}
          <RiskNotice />
          <div className="min-h-0 flex-1">
            <GuardedScreen screen={screen} />
          </div>
        </div>
      </NoticesProvider>
    </PersonContext>
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
    case 'order':
      return <OrderPad key={screen.order} order={screen.order} />
    case 'payment':
      return <PaymentScreen key={screen.order} order={screen.order} />
  }
}
