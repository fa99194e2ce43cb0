import type { Person } from '../../src/branch/index.ts'
import type { BusinessDay, IdSource, OrderId, TableId } from '../../src/kernel/index.ts'
import type { Dish, DishVersion } from '../../src/menu/index.ts'
import {
  orderClosed,
  orderMerged,
  type CommandCode,
  type CommandContext,
  type Drafts,
  type Line,
  type LineState,
  type OrderState,
  type UnitRef,
  type UnitState,
} from '../../src/orders/index.ts'
import type { Random } from '../world/random.ts'
import type { Site } from '../world/site.ts'

/** What a person sees on one terminal, and what they act with. */
export interface Scene {
  readonly site: Site
  readonly random: Random
  readonly ids: IdSource
  readonly person: Person
  readonly manager: Person
  readonly context: CommandContext
  readonly letters: string
  readonly day: BusinessDay
  /** Complete and partial, as this terminal folds them. */
  readonly orders: readonly OrderState[]
  /** What this terminal can sell: dishes whose version it holds. */
  readonly dishes: readonly { readonly dish: Dish; readonly version: DishVersion }[]
  /** Carts that several tablets share, by order; a cart stays here after one of them has sent it. */
  readonly carts: Map<OrderId, readonly Line[]>
  nextNumber(): number
}

export type Outcome = Drafts<CommandCode>

/** Something a person does; null when nothing on the screen invites it. */
export type Operation = (scene: Scene) => Outcome | null

/** Orders that take new lines. */
export function openOrders(scene: Scene): OrderState[] {
  return scene.orders.filter((order) => order.complete && !orderClosed(order) && !orderMerged(order))
}

export function pickOrder(scene: Scene, orders: readonly OrderState[] = openOrders(scene)): OrderState | null {
  return orders.length === 0 ? null : scene.random.pick(orders)
}

export interface SeenUnit {
  readonly order: OrderState
  readonly line: LineState
  readonly unit: UnitState
}

function unitsOf(orders: readonly OrderState[], wanted: (unit: UnitState, line: LineState) => boolean): SeenUnit[] {
  return orders.flatMap((order) =>
    [...order.lines.values()].flatMap((line) =>
      line.units.filter((unit) => wanted(unit, line)).map((unit) => ({ order, line, unit })),
    ),
  )
}

/** The same units as a command takes them. */
function refsOf(units: readonly SeenUnit[]): UnitRef[] {
  const byLine = Map.groupBy(units, ({ line }) => line.id)
  return [...byLine].map(([line, seen]) => ({ line, units: seen.map(({ unit }) => unit.unit) }))
}

/** Some units that fit, of one line or of several. */
export function pickUnits(
  scene: Scene,
  wanted: (unit: UnitState, line: LineState) => boolean,
  orders: readonly OrderState[] = openOrders(scene),
): UnitRef[] | null {
  const found = unitsOf(orders, wanted)
  if (found.length === 0) return null
  const { line } = scene.random.pick(found)
  const near = scene.random.chance(0.7) ? found.filter((one) => one.line.id === line.id) : found.slice(0, 8)
  return refsOf(scene.random.some(near, 1))
}

/** A line that fits, with its order. */
export function pickLine(
  scene: Scene,
  wanted: (line: LineState) => boolean,
): { readonly order: OrderState; readonly line: LineState } | null {
  const found = openOrders(scene).flatMap((order) =>
    [...order.lines.values()].filter(wanted).map((line) => ({ order, line })),
  )
  return found.length === 0 ? null : scene.random.pick(found)
}

export function freeTables(scene: Scene): TableId[] {
  const taken = new Set(openOrders(scene).map((order) => order.table))
  return scene.site.tables.map(({ id }) => id).filter((id) => !taken.has(id))
}
