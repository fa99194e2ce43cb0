import { useMemo, useRef, useState } from 'react'
import { invariant, type JsonObject, type OptionId, type RoundId } from '@orderez/core/kernel'
import type { Cart } from '@orderez/core/carts'
import type { Dish, DishVersion } from '@orderez/core/menu'
import { sendRound, type OrderState } from '@orderez/core/orders'
import { useLive, useTerminal } from '../../data/index.ts'
import { usePerson } from '../../state/index.ts'
import { useCommand } from '../command/index.ts'
import { asSent, cartToFill, unsentLines, withCount, withFire, withOneMore, type UnsentLine } from './cart-lines.ts'
import { lineOfDish } from './line-of-dish.ts'
import { lineToSend } from './line-to-send.ts'

/** Below this nobody sees that saving takes time. */
const SLOW_MS = 150

type Change = (carts: readonly JsonObject[]) => Cart | null

/** The unsent lines of an order and what a person does with them. */
export function useCart(order: OrderState) {
  const terminal = useTerminal()
  const { queries, ids, identity } = terminal
  const carts = useLive(queries.cartsOf(order.id))
  const lines = useMemo(() => unsentLines(carts ?? [], order), [carts, order])
  const change = useCartChanges(order)
  const { send, sending } = useSend(order, change)

  return {
    lines,
    send,
    sending,
    add(dish: Dish, version: DishVersion, choices: readonly OptionId[], note: string): void {
      void change((known) => {
        const line = lineOfDish({ dish, version, choices, note, fire: 'now' }, ids)
        invariant(line.ok, 'the sheet lets only whole choices through')
        return withOneMore(cartToFill(known, order.id, ids), line.value, identity.terminal)
      })
    },
    changeCount({ cart, line }: UnsentLine, delta: number): void {
      void change((known) => mapped(known, cart.id, (now) => withCount(now, line.id, identity.terminal, delta)))
    },
    toggleFire({ cart, line }: UnsentLine): void {
      const fire = line.fire === 'hold' ? 'now' : 'hold'
      void change((known) => mapped(known, cart.id, (now) => withFire(now, line.id, fire)))
    },
  }
}

/** Taps are taken one after the other, each on what the one before left in the store. */
function useCartChanges(order: OrderState): (change: Change) => Promise<void> {
  const { queries, edit } = useTerminal()
  const { person } = usePerson()
  const queue = useRef(Promise.resolve())
  return (change) => {
    const next = queue.current.then(async () => {
      const cart = change(await queries.readCarts(order.id))
      if (cart) await edit('carts', { ...cart }, person.id)
    })
    queue.current = next.catch((cause: unknown) => console.error('cart', cause))
    return queue.current
  }
}

/** Ten taps in a second are one round: a tap while one is under way does nothing, and the next finds the cart empty. */
function useSend(order: OrderState, change: (change: Change) => Promise<void>) {
  const { queries, ids, identity } = useTerminal()
  const run = useCommand()
  const busy = useRef(false)
  const [sending, setSending] = useState(false)

  async function sendNow(): Promise<void> {
    await change(() => null)
    const stored = await queries.readOrder(order.id)
    if (!stored) return
    const taken = unsentLines(await queries.readCarts(order.id), stored)
    if (taken.length === 0) return
    const round = ids.next('round')
    const lines = taken.map((unsent) => lineToSend(unsent, ids))
    const facts = await run((context) => sendRound(stored, { lines, round }, context))
    if (facts) await Promise.all(ended(taken, round).map(change))
  }

  /** A cart ends with its round. What was asked beyond a line sent before is settled, so that it does not show again. */
  function ended(taken: readonly UnsentLine[], round: RoundId): readonly Change[] {
    const settle = (cart: Cart, { line, quantity, sent }: UnsentLine) =>
      sent > 0 ? withCount(cart, line.id, identity.terminal, -quantity) : cart
    return [...Map.groupBy(taken, ({ cart }) => cart.id)].map(
      ([id, lines]): Change =>
        (known) =>
          mapped(known, id, (now) => asSent(lines.reduce(settle, now), now.sentRound ?? round)),
    )
  }

  async function send(): Promise<void> {
    if (busy.current) return
    busy.current = true
    const slow = setTimeout(() => setSending(true), SLOW_MS)
    try {
      await sendNow()
    } finally {
      clearTimeout(slow)
      setSending(false)
      busy.current = false
    }
  }

  return { send, sending }
}

function mapped(carts: readonly JsonObject[], id: Cart['id'], to: (cart: Cart) => Cart): Cart | null {
  const found = carts.find((cart): cart is JsonObject & Cart => cart['id'] === id)
  return found ? to(found) : null
}
