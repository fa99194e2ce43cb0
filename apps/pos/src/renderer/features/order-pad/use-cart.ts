import { useCallback, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { err, type OrderId, type RoundId } from '@orderez/core/kernel'
import { routeLines } from '@orderez/core/kitchen'
import { sendRound, type OrderState } from '@orderez/core/orders'
import { useLive, useTerminal } from '../../data/index.ts'
import { usePerson } from '../../state/index.ts'
import { useCommand } from '../command/index.ts'
import { useNotices } from '../notices/index.ts'
import { useStationRouting } from '../order/index.ts'
import { asSent, onlyWanted, unsentLines, type UnsentLine, type Wanted } from './cart-lines.ts'
import { cartTaps, mapped, type CartTap } from './cart-taps.ts'
import { lineToSend } from './line-to-send.ts'

/** Below this nobody sees that saving takes time. */
const SLOW_MS = 150

/** The unsent lines of an order and what a person does with them. What it does stays the same functions from tap to tap. */
export function useCart(order: OrderState) {
  const { queries, identity } = useTerminal()
  const carts = useLive(queries.cartsOf(order.id))
  const lines = useMemo(() => unsentLines(carts ?? [], order), [carts, order])
  const notSaved = useNotSaved()
  const change = useCartChanges(order.id)
  const taps = useMemo(
    () => cartTaps(order.id, identity.terminal, (tap) => void change(tap).catch(notSaved)),
    [order.id, identity, change, notSaved],
  )
  return { lines, ...taps, ...useSend(order.id, change, notSaved) }
}

function useCartChanges(order: OrderId): (change: CartTap) => Promise<void> {
  const { changeCart } = useTerminal()
  const { person } = usePerson()
  return useCallback(
    (change) =>
      changeCart(
        order,
        (carts, ids) => {
          const cart = change(carts, ids)
          return cart && { ...cart }
        },
        person.id,
      ),
    [changeCart, order, person.id],
  )
}

function useNotSaved(): (cause: unknown) => void {
  const { t } = useTranslation()
  const notices = useNotices()
  return useCallback(
    (cause) => {
      console.error('cart', cause)
      notices.say(t('record.notSaved'))
    },
    [t, notices],
  )
}

/** Ten taps in a second are one round: a tap while one is under way does nothing, and the next finds the cart empty. */
function useSend(order: OrderId, change: (change: CartTap) => Promise<void>, notSaved: (cause: unknown) => void) {
  const { queries, ids, cartsSettled } = useTerminal()
  const routing = useStationRouting()
  const run = useCommand()
  const busy = useRef(false)
  const [sending, setSending] = useState(false)

  async function sendNow(wanted: Wanted): Promise<readonly UnsentLine[]> {
    await cartsSettled(order)
    const [stored, carts] = await Promise.all([queries.readOrder(order), queries.readCarts(order)])
    if (!stored) return []
    const taken = onlyWanted(unsentLines(carts, stored), wanted)
    if (taken.length === 0) return []
    const round = ids.next('round')
    const facts = await run((context) => {
      const routed = routing ? routeLines(taken.map(lineToSend), routing) : err('station.none')
      return routed.ok ? sendRound(stored, { lines: routed.value, round }, context) : routed
    })
    if (!facts) return []
    await endCarts(taken, round)
    return taken
  }

  /** A cart ends with its round. The round is saved: a mark that is not costs nothing, because what was sent is known by its ids. */
  async function endCarts(taken: readonly UnsentLine[], round: RoundId): Promise<void> {
    const carts = new Set(taken.map(({ cart }) => cart.id))
    const ends = [...carts].map((id) =>
      change((known) => mapped(known, id, (now) => asSent(now, now.sentRound ?? round))),
    )
    for (const end of await Promise.allSettled(ends)) if (end.status === 'rejected') console.warn('cart', end.reason)
  }

  /** Sends what was there when somebody tapped Send; gives the lines that were sent. */
  async function send(wanted: Wanted): Promise<readonly UnsentLine[]> {
    if (busy.current) return []
    busy.current = true
    const slow = setTimeout(() => setSending(true), SLOW_MS)
    try {
      return await sendNow(wanted)
    } catch (cause) {
      notSaved(cause)
      return []
    } finally {
      clearTimeout(slow)
      setSending(false)
      busy.current = false
    }
  }

  return { send, sending }
}
