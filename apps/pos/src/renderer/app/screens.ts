import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { wordsAhead } from '../i18n/i18n.ts'
import { screenAhead } from '../ui/screen-ahead.tsx'

const signedIn = screenAhead(async () => (await import('./signed-in.tsx')).SignedIn)
const tables = screenAhead(async () => (await import('../features/tables/index.ts')).TablesScreen)
const orderPad = screenAhead(async () => (await import('../features/order-pad/index.ts')).OrderPad)
const closedOrders = screenAhead(async () => (await import('../features/payment/index.ts')).ClosedOrdersScreen)
const payment = screenAhead(async () => (await import('../features/payment/index.ts')).PaymentScreen)
const kitchen = screenAhead(async () => (await import('../features/kitchen/index.ts')).KitchenScreen)
const expo = screenAhead(async () => (await import('../features/kitchen/index.ts')).ExpoScreen)
const board = screenAhead(async () => (await import('../features/kitchen/index.ts')).BoardScreen)
const drawer = screenAhead(async () => (await import('../features/drawer/index.ts')).DrawerScreen)
const manager = screenAhead(async () => (await import('../features/manager/index.ts')).ManagerScreen)

export const { Screen: SignedIn } = signedIn
export const { Screen: TablesScreen } = tables
export const { Screen: OrderPad } = orderPad
export const { Screen: ClosedOrdersScreen } = closedOrders
export const { Screen: PaymentScreen } = payment
export const { Screen: KitchenScreen } = kitchen
export const { Screen: ExpoScreen } = expo
export const { Screen: BoardScreen } = board
export const { Screen: DrawerScreen } = drawer
export const { Screen: ManagerScreen } = manager

const SCREENS = [signedIn, tables, orderPad, payment, closedOrders, kitchen, expo, board, drawer, manager] as const

/** The sign-in comes with the page; once people can use it, what lies behind is fetched, and is on the device before anybody has typed a PIN. */
export function useScreensAhead(isUsable: boolean): void {
  const { i18n } = useTranslation()
  useEffect(() => {
    if (!isUsable) return
    return whenIdle(() => {
      Promise.all([...SCREENS.map(({ fetch }) => fetch()), wordsAhead(i18n)]).catch((cause: unknown) =>
        console.error('screens', cause),
      )
    })
  }, [i18n, isUsable])
}

/** Runs it when nothing more urgent waits, at the latest after a second. Returns what calls it off. */
function whenIdle(run: () => void): () => void {
  // Safari has no idle callbacks.
  if (!('requestIdleCallback' in globalThis)) {
    const timer = setTimeout(run, 200)
    return () => clearTimeout(timer)
  }
  const request = requestIdleCallback(run, { timeout: 1_000 })
  return () => cancelIdleCallback(request)
}
