import type { LineId, OrderId, PaymentId } from '../../kernel/index.ts'
import { markReady, markServed, markStarted } from '../../kitchen/index.ts'
import {
  closeOrder,
  mergeTables,
  moveLines,
  unmergeTables,
  voidUnits,
  type PaymentState,
  type UnitRef,
} from '../../orders/index.ts'
import { giveDiscount, refundPayment, takePayment } from '../../payments/index.ts'
import type { SceneTerminal } from '../order-scene.ts'
import type { Stage } from './stage.ts'

/** What people do in the rows, each on what the terminal shows. */
export const one = (line: LineId, ...units: number[]): UnitRef[] => [{ line, units: units.length > 0 ? units : [1] }]

export const share = (order: OrderId, name = 'A') => ({ order, share: name })

export function doVoid(on: SceneTerminal, units: readonly UnitRef[]): void {
  on.record(voidUnits(on.states(), { units, reason: 'wrong dish' }, on.context))
}

export function doMove(on: SceneTerminal, units: readonly UnitRef[], to: OrderId, name = 'A'): void {
  on.record(moveLines(on.states(), { units, to: share(to, name) }, on.context))
}

export function doMerge(on: SceneTerminal, from: OrderId, to: OrderId): void {
  on.record(mergeTables(on.states(), { from, to }, on.context))
}

/** Undoes whatever merge took the order away. */
export function doUnmerge(on: SceneTerminal, from: OrderId): void {
  const merge = on.state(from).merges.find((known) => !known.undone && known.from === from)
  if (!merge) throw new Error('nothing to unmerge')
  on.record(unmergeTables(on.states(), merge.merge, on.context))
}

export function doPay(
  on: SceneTerminal,
  order: OrderId,
  options: { amount?: number; share?: string; state?: PaymentState } = {},
): PaymentId {
  const { amount, state } = options
  const request = {
    at: share(order, options.share),
    tender: 'card' as const,
    ...(amount === undefined ? {} : { amount }),
    ...(state === undefined ? {} : { state }),
  }
  const [fact] = on.record(takePayment(on.states(), request, on.context))
  return fact?.body['payment'] as PaymentId
}

export function doRefund(on: SceneTerminal, order: OrderId, amount: number, units: readonly UnitRef[] = []): void {
  const payment = on.state(order).payments[0]?.payment
  if (!payment) throw new Error('nothing to refund')
  const request = { order, payment, amount, units, reason: 'cold', approver: on.person }
  on.record(refundPayment(on.states(), request, on.context))
}

export function doClose(on: SceneTerminal, order: OrderId): void {
  on.record(closeOrder(on.states(), order, on.context))
}

export function doPayAndClose(on: SceneTerminal, order: OrderId): void {
  doPay(on, order)
  doClose(on, order)
}

export function doDiscount(on: SceneTerminal, order: OrderId, ratePpm = 100_000): void {
  const request = { at: share(order), method: { type: 'percent' as const, ratePpm }, reason: 'regular' }
  on.record(giveDiscount(on.states(), request, on.context))
}

export function doStart(on: SceneTerminal, { wok }: Stage, units: readonly UnitRef[]): void {
  on.record(markStarted(on.states(), { station: wok, units }, on.context))
}

export function doBump(on: SceneTerminal, { wok }: Stage, units: readonly UnitRef[]): void {
  on.record(markReady(on.states(), { station: wok, units }, on.context))
}

export function doServe(on: SceneTerminal, units: readonly UnitRef[]): void {
  on.record(markServed(on.states(), units, on.context))
}
