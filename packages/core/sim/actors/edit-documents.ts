import { cartIdOf, type Cart } from '../../src/carts/index.ts'
import type { Table } from '../../src/floor/index.ts'
import type { JsonObject } from '../../src/kernel/index.ts'
import { dishVersionOf, type Dish } from '../../src/menu/index.ts'
import type { EditedCollection } from '../../src/sync/index.ts'
import { EditError, type TerminalEngine } from '../../src/sync-engine/index.ts'
import { CheckFailed } from '../world/check-failed.ts'
import type { SimTerminal } from '../world/sim-terminal.ts'
import { textOf, type World } from '../world/world.ts'
import { makeLines } from './make-line.ts'
import { pickOrder, type Scene } from './scene.ts'
import { setScene } from './set-scene.ts'

export const EDIT_NAMES = ['cart', 'soldOut', 'dishPrice', 'tableLabel', 'tablePlace', 'withoutRight'] as const
export type EditName = (typeof EDIT_NAMES)[number]

interface Editing {
  readonly world: World
  readonly terminal: SimTerminal
  readonly engine: TerminalEngine
  readonly scene: Scene
}

/** One person changes one document on what their terminal shows: a shared cart, the menu, the floor. */
export function editSomething(world: World, terminal: SimTerminal): void {
  const { engine } = terminal
  const name = world.random.weighted<EditName>({
    cart: 8,
    soldOut: 2,
    dishPrice: 2,
    tableLabel: 2,
    tablePlace: 2,
    withoutRight: 1,
  })
  const scene =
    engine && setScene(world, terminal, engine, name === 'cart' || name === 'withoutRight' ? 'waiter' : 'manager')
  if (!engine || !scene) return
  EDITS[name]({ world, terminal, engine, scene })
}

type Edit = (editing: Editing) => void

/** Everybody adds to the one cart of the order; each terminal writes only its own counts. */
const editCart: Edit = (editing) => {
  const { world, terminal, scene } = editing
  const order = pickOrder(scene)
  if (!order) return
  const id = cartIdOf(order.id)
  const shown = terminal.documents<Cart>('carts').find((cart) => cart.id === id)
  const [line] = makeLines(scene)
  if (!line) return
  const { quantity, ...unsent } = line
  const cart: Cart = shown ?? { id, kind: 'cart', v: 1, order: order.id, lines: {} }
  const lines = { ...cart.lines, [line.id]: { ...unsent, counts: { [terminal.enrolled.id]: quantity } } }
  save(editing, 'cart', 'carts', { ...cart, lines }, () =>
    world.edits.kept({
      cart: id,
      line: line.id,
      profile: terminal.name,
      upheavals: terminal.upheavals + world.server.upheavals,
    }),
  )
}

const editSoldOut: Edit = (editing) => {
  const { dish } = editing.scene.random.pick(editing.scene.dishes)
  save(editing, 'soldOut', 'menu', { ...dish, soldOut: dish.soldOut !== true })
}

/** A new price is a new version; the version is written first, so that whoever sees the dish can find it. */
const editDishPrice: Edit = (editing) => {
  const { random, site, dishes } = editing.scene
  const { dish } = random.pick(dishes)
  const tax = site.taxes.find(({ id }) => id === dish.tax)
  if (!tax) return
  const priced: Dish = { ...dish, price: dish.marketPrice ? 0 : dish.price + random.int(1, 300) }
  const version = dishVersionOf(priced, site.groups, tax)
  save(editing, 'dishPrice', 'menu', { ...version })
  save(editing, 'dishPrice', 'menu', { ...priced, version: version.id })
}

const editTableLabel: Edit = (editing) =>
  changeTable(editing, 'tableLabel', ({ label }) => ({
    label: `${label.slice(0, 4)}${editing.scene.random.int(0, 9)}`,
  }))

const editTablePlace: Edit = (editing) =>
  changeTable(editing, 'tablePlace', () => ({
    x: editing.scene.random.int(0, 900),
    y: editing.scene.random.int(0, 900),
  }))

/** A waiter changes the menu on a tampered terminal: the document goes back to what it was. */
const editWithoutRight: Edit = (editing) => {
  const { dish } = editing.scene.random.pick(editing.scene.dishes)
  save(editing, 'withoutRight', 'menu', { ...dish, names: { zh: 'free', en: 'free' } })
}

const EDITS: Readonly<Record<EditName, Edit>> = {
  cart: editCart,
  soldOut: editSoldOut,
  dishPrice: editDishPrice,
  tableLabel: editTableLabel,
  tablePlace: editTablePlace,
  withoutRight: editWithoutRight,
}

function changeTable(editing: Editing, name: EditName, change: (table: Table) => Partial<Table>): void {
  const tables = editing.terminal
    .documents<Table | { readonly kind: 'area' }>('floor')
    .filter((one) => one.kind === 'table')
  if (tables.length === 0) return
  const table = editing.scene.random.pick(tables)
  save(editing, name, 'floor', { ...table, ...change(table) })
}

function save(
  { world, terminal, engine, scene }: Editing,
  name: EditName,
  collection: EditedCollection,
  next: JsonObject & { readonly id: string },
  kept: () => void = () => undefined,
): void {
  if (!world.edits.begin(terminal.name, next.id)) return
  world.tally.add(`edit.${name}`)
  world.journal.write(`${terminal.name} edit ${name} …${next.id.slice(-6)}`)
  const isOver = () => world.edits.end(terminal.name, next.id)
  terminal.process.onDeath(isOver)
  engine
    .edit(collection, next, scene.person.id)
    .then(kept, (error: unknown) => {
      if (!(error instanceof EditError)) world.fault ??= new CheckFailed('throw', `edit: ${textOf(error)}`)
    })
    .finally(isOver)
}
