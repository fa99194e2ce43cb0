import type { RoleName } from '../../src/branch/index.ts'
import type { FactDraft } from '../../src/orders/index.ts'
import { RecordError, type TerminalEngine } from '../../src/sync-engine/index.ts'
import { CheckFailed } from '../world/check-failed.ts'
import type { Expectation } from '../world/fact-book.ts'
import type { SimTerminal } from '../world/sim-terminal.ts'
import { textOf, type World } from '../world/world.ts'
import { FOUL_OPERATIONS } from './foul-operations.ts'
import { KITCHEN_OPERATIONS } from './kitchen-operations.ts'
import type { Operation, Outcome, Scene } from './scene.ts'
import { setScene } from './set-scene.ts'
import { TILL_OPERATIONS } from './till-operations.ts'
import { WAITER_OPERATIONS } from './waiter-operations.ts'

const OPERATIONS = { ...WAITER_OPERATIONS, ...KITCHEN_OPERATIONS, ...TILL_OPERATIONS }
export type OperationName = keyof typeof OPERATIONS
export const OPERATION_NAMES = Object.keys(OPERATIONS) as readonly OperationName[]
export type FoulName = keyof typeof FOUL_OPERATIONS
export const FOUL_NAMES = Object.keys(FOUL_OPERATIONS) as readonly FoulName[]

type Weights = Readonly<Partial<Record<OperationName, number>>>

const waiter: Weights = {
  open: 10,
  send: 16,
  sendSharedCart: 5,
  sendSameCart: 2,
  amend: 6,
  voidSome: 6,
  fire: 4,
  hold: 3,
  rush: 3,
  move: 6,
  changeTable: 3,
  guests: 2,
  note: 2,
  merge: 4,
  unmerge: 4,
  weigh: 3,
  priceOfTheDay: 4,
  serve: 3,
  preBill: 3,
  pay: 6,
  payPart: 2,
  splitItems: 4,
  close: 4,
}
const kitchen: Weights = { receive: 20, start: 12, bump: 20, recall: 6, serve: 8, takeNote: 10, weigh: 2 }
const till: Weights = {
  preBill: 4,
  pay: 14,
  payPart: 6,
  payUnsure: 4,
  settlePayment: 4,
  refund: 5,
  discount: 6,
  undoDiscount: 3,
  charge: 3,
  undoCharge: 2,
  round: 3,
  splitItems: 5,
  splitEvenly: 3,
  comp: 4,
  undoComp: 2,
  close: 16,
  reopen: 4,
  override: 3,
  voidSome: 4,
  move: 3,
  send: 4,
}
const manager: Weights = { ...till, rule: 12, send: 3, bump: 2, unmerge: 4, merge: 3 }
const WEIGHTS: Readonly<Record<RoleName, Weights>> = { waiter, kitchen, cashier: till, manager }

const FOUL = 0.06

/** One person does one thing at one terminal, as far as its screen invites it. Nothing here waits for the outcome. */
export function act(world: World, terminal: SimTerminal, role: RoleName): void {
  const { engine } = terminal
  const scene = engine && setScene(world, terminal, engine, role)
  if (!engine || !scene) return
  const { random } = scene
  if (random.chance(FOUL)) return actFoul(world, terminal, engine, scene)
  const name = random.weighted(WEIGHTS[role])
  const operation: Operation = OPERATIONS[name]
  take(world, terminal, engine, name, operation(scene), { is: 'counts' })
  if (name === 'sendSharedCart') world.scheduler.after(random.int(0, 60), () => sendSameCart(world, terminal))
}

/** Another tablet sends the cart that it shares with this one. */
function sendSameCart(world: World, first: SimTerminal): void {
  const other = world.terminals.find((one) => one !== first && one.engine !== null)
  const scene = other?.engine && setScene(world, other, other.engine, 'waiter')
  if (!scene || !other?.engine) return
  take(world, other, other.engine, 'sendSameCart', OPERATIONS.sendSameCart(scene), { is: 'counts' })
}

function actFoul(world: World, terminal: SimTerminal, engine: TerminalEngine, scene: Scene): void {
  const name = scene.random.pick(FOUL_NAMES)
  const { drafts, expected } = FOUL_OPERATIONS[name](scene)
  take(world, terminal, engine, name, drafts, expected)
}

function take(
  world: World,
  terminal: SimTerminal,
  engine: TerminalEngine,
  name: string,
  outcome: Outcome | null,
  expected: Expectation,
): void {
  const family = expected.is === 'counts' ? 'op' : 'foul'
  if (!outcome) return
  if (!outcome.ok) return world.tally.add(`declined.${outcome.code}`)
  world.tally.add(`${family}.${name}`)
  world.journal.write(`${terminal.name} ${family} ${name} → ${outcome.value.map(brief).join(', ')}`)
  record(world, terminal, engine, outcome.value, expected)
}

function record(
  world: World,
  terminal: SimTerminal,
  engine: TerminalEngine,
  drafts: readonly FactDraft[],
  expected: Expectation,
): void {
  const { facts, journal } = world
  facts.ask(terminal.name, drafts, expected, engine.status().link === 'online')
  engine.record(drafts).then(
    (recorded) => {
      facts.saved(recorded)
      for (const { id } of recorded) world.logged.get(terminal.name)?.add(id)
      journal.write(`${terminal.name} saved ${recorded.map(({ n }) => `#${n}`).join(' ')}`)
    },
    (error: unknown) => {
      if (error instanceof RecordError) facts.notSaved(drafts)
      else world.fault ??= new CheckFailed('throw', `record: ${textOf(error)}`)
    },
  )
}

/** Enough of a fact to follow a script by eye. */
function brief({ id, kind, order }: FactDraft): string {
  return `${kind} …${id.slice(-6)} of …${order.slice(-4)}`
}
