import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { invariant, type IdSource, type JsonObject, type Quantity, type RoundId } from '@orderez/core/kernel'
import type { Cart } from '@orderez/core/carts'
import { sendRound, type OrderState } from '@orderez/core/orders'
import { useLive, useTerminal } from '../../data/index.ts'
import { usePerson } from '../../state/index.ts'
import { useCommand } from '../command/index.ts'
import { useNotices } from '../notices/index.ts'
import {
  asSent,
  cartToFill,
  onlyWanted,
  thousandthsOf,
  unsentLines,
  withCount,
  withOneMore,
  withWeight,
  withoutPlace,
  withWishes,
  type LineWishes,
  type TakenBack,
  type UnsentLine,
  type Wanted,
  type Weight,
} from './cart-lines.ts'
import { lineOfDish, linesOfSet, type DishRequest } from './line-of-dish.ts'
import { lineToSend } from './line-to-send.ts'
import type { RepeatedLine } from './repeat-round.ts'

/** Below this nobody sees that saving takes time. */
const SLOW_MS = 150

type Change = (carts: readonly JsonObject[], ids: IdSource) => Cart | null

/** The unsent lines of an order and what a person does with them. */
export function useCart(order: OrderState) {
  const terminal = useTerminal()
  const { queries, identity } = terminal
  const carts = useLive(queries.cartsOf(order.id))
  const lines = useMemo(() => unsentLines(carts ?? [], order), [carts, order])
  const notSaved = useNotSaved()
  const change = useCartChanges(order)
  const { send, sending } = useSend(order, change)
  const tap = (made: Change) => void change(made).catch(notSaved)

  return {
    lines,
    send,
    sending,
    add(asked: DishRequest): void {
      tap((known, ids) => withDish(cartToFill(known, order.id, ids), asked, thousandthsOf(asked.weight), ids))
    },
    repeat(again: readonly RepeatedLine[]): void {
      if (again.length === 0) return
      tap((known, ids) =>
        again.reduce((cart, line) => withDish(cart, line, line.quantity, ids), cartToFill(known, order.id, ids)),
      )
    },
    changeCount(line: UnsentLine, delta: number): void {
      changeCounts([[line, delta]])
    },
    changeLine(changed: UnsentLine, wishes: LineWishes, back: TakenBack = { seat: false, course: false }): void {
      const { cart, line } = changed
      tap((known, ids) =>
        mapped(known, cart.id, (now) => {
          const wished = withWishes(now, line.id, wishes)
          const latest = wished.lines[line.id]
          if (!latest || !(back.seat || back.course)) return wished
          return withoutPlace(wished, { line: latest, quantity: changed.quantity }, back, ids, identity.terminal)
        }),
      )
    },
    /** The same number of it, chosen otherwise. */
    swap({ cart, line, quantity }: UnsentLine, asked: DishRequest): void {
      tap((known, ids) =>
        mapped(known, cart.id, (now) =>
          withDish(withCount(now, line.id, identity.terminal, -quantity), asked, quantity, ids),
        ),
      )
    },
    weigh(line: UnsentLine, weight: Weight): void {
      tap((known, ids) =>
        mapped(known, line.cart.id, (now) =>
          withWeight(now, line, { id: ids.next('line'), weight }, identity.terminal),
        ),
      )
    },
    /** Takes lines out; gives back the way to put them in again. */
    clear(taken: readonly UnsentLine[]): () => void {
      changeCounts(taken.map((line) => [line, -line.quantity]))
      return () => changeCounts(taken.map((line) => [line, line.quantity]))
    },
  }

  function withDish(cart: Cart, asked: DishRequest, quantity: Quantity, ids: IdSource): Cart {
    const line = lineOfDish(asked, ids)
    invariant(line.ok, 'the sheet lets only whole choices through')
    const dishes = linesOfSet(line.value, asked, ids)
    invariant(dishes.ok, 'the sheet lets only whole choices through')
    return withOneMore(cart, line.value, identity.terminal, quantity, dishes.value)
  }

  /** Only this terminal's own counts change: what somebody else taps meanwhile stays. */
  function changeCounts(changes: readonly (readonly [UnsentLine, number])[]): void {
    for (const [id, ofCart] of Map.groupBy(changes, ([{ cart }]) => cart.id))
      tap((known) =>
        mapped(known, id, (now) =>
          ofCart.reduce((cart, [{ line }, delta]) => withCount(cart, line.id, identity.terminal, delta), now),
        ),
      )
  }
}

function useCartChanges(order: OrderState): (change: Change) => Promise<void> {
  const { changeCart } = useTerminal()
  const { person } = usePerson()
  return (change) =>
    changeCart(
      order.id,
      (carts, ids) => {
        const cart = change(carts, ids)
        return cart && { ...cart }
      },
      person.id,
    )
}

function useNotSaved(): (cause: unknown) => void {
  const { t } = useTranslation()
  const notices = useNotices()
  return (cause) => {
    console.error('cart', cause)
    notices.say(t('record.notSaved'))
  }
}

/** Ten taps in a second are one round: a tap while one is under way does nothing, and the next finds the cart empty. */
function useSend(order: OrderState, change: (change: Change) => Promise<void>) {
  const { queries, ids, cartsSettled } = useTerminal()
  const run = useCommand()
  const notSaved = useNotSaved()
  const busy = useRef(false)
  const [sending, setSending] = useState(false)

  async function sendNow(wanted: Wanted): Promise<readonly UnsentLine[]> {
    await cartsSettled(order.id)
    const [stored, carts] = await Promise.all([queries.readOrder(order.id), queries.readCarts(order.id)])
    if (!stored) return []
    const taken = onlyWanted(unsentLines(carts, stored), wanted)
    if (taken.length === 0) return []
    const round = ids.next('round')
    const facts = await run((context) => sendRound(stored, { lines: taken.map(lineToSend), round }, context))
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

function mapped(carts: readonly JsonObject[], id: Cart['id'], to: (cart: Cart) => Cart): Cart | null {
  const found = carts.find((cart): cart is JsonObject & Cart => cart['id'] === id)
  return found ? to(found) : null
}
