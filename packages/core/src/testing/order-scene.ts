import {
  createHybridClock,
  createIdSource,
  invariant,
  type DishVersionId,
  type IdSource,
  type Money,
  type OrderId,
  type PersonId,
  type Result,
  type StationId,
  type TerminalId,
} from '../kernel/index.ts'
import {
  chainFacts,
  emptyOrder,
  foldOrder,
  mergeOrders,
  startLog,
  type CommandContext,
  type Fact,
  type FactDraft,
  type FactKind,
  type Line,
  type LogTail,
  type OrderDocument,
  type OrderState,
  type Verdict,
} from '../orders/index.ts'
import { createSeededRandom, type SeededRandom } from './seeded-random.ts'

/** Several terminals and what a server would hold, in one place and without a network: for tests, histories and benches of the order model. */
export interface OrderScene {
  readonly ids: IdSource
  readonly random: SeededRandom
  now(): number
  /** Lets time pass, in ms. */
  pass(ms: number): void
  terminal(options?: { readonly aheadMs?: number; readonly may?: (kind: FactKind) => boolean }): SceneTerminal
  /** What the server holds: every fact that was pushed, each with a verdict. */
  readonly server: Map<OrderId, OrderDocument>
  /** Pushes in the order given, then everybody pulls. */
  sync(...terminals: readonly SceneTerminal[]): void
  push(terminal: SceneTerminal): void
  pull(terminal: SceneTerminal): void
}

export interface SceneTerminal {
  readonly id: TerminalId
  readonly person: PersonId
  readonly context: CommandContext
  readonly documents: Map<OrderId, OrderDocument>
  state(order: OrderId): OrderState
  states(): readonly OrderState[]
  /** Logs and applies what a command made; a command that failed is a mistake of the test. */
  record(drafts: Result<readonly FactDraft[], string>): readonly Fact[]
  /** A way that does not throw: what was recorded, or null where the command failed. */
  attempt(drafts: Result<readonly FactDraft[], string>): readonly Fact[] | null
}

const START = Date.UTC(2026, 10, 20, 11, 0)
const SCENE_EPOCH = 'scene1'

export function createScene(seed = 1): OrderScene {
  const random = createSeededRandom(seed)
  let time = START
  const ids = createIdSource({ now: () => time, random: (bytes) => random.bytes(bytes) })
  const server = new Map<OrderId, OrderDocument>()
  const scene: OrderScene = {
    ids,
    random,
    server,
    now: () => time,
    pass: (ms) => {
      time += ms
    },
    terminal: ({ aheadMs = 0, may = () => true } = {}) => {
      const clock = createHybridClock({ now: () => time + aheadMs })
      const next = () => {
        time += 1
        return clock.next()
      }
      return createTerminal({ ids, now: next, person: ids.next('person'), may })
    },
    push: (terminal) => {
      for (const document of terminal.documents.values()) takeIn(server, judge(document, server, time))
    },
    pull: (terminal) => {
      for (const document of server.values()) takeIn(terminal.documents, document)
    },
    sync: (...terminals) => {
      for (const terminal of terminals) scene.push(terminal)
      for (const terminal of terminals) scene.pull(terminal)
    },
  }
  return scene
}

function createTerminal(context: CommandContext): SceneTerminal {
  const id = context.ids.next('terminal')
  const documents = new Map<OrderId, OrderDocument>()
  const folded = new WeakMap<OrderDocument, OrderState>()
  let tail: LogTail = startLog(id, context.ids.next('incarnation'))

  function fold(document: OrderDocument): OrderState {
    const known = folded.get(document) ?? foldOrder(document, id)
    folded.set(document, known)
    return known
  }

  function attempt(drafts: Result<readonly FactDraft[], string>): readonly Fact[] | null {
    if (!drafts.ok) return null
    const chained = chainFacts(tail, drafts.value)
    tail = chained.tail
    for (const fact of chained.facts) takeIn(documents, withFacts(emptyOrder(fact.order), [fact]))
    return chained.facts
  }

  return {
    id,
    person: context.person,
    context,
    documents,
    state: (order) => fold(documents.get(order) ?? emptyOrder(order)),
    states: () => [...documents.values()].map(fold),
    attempt,
    record: (drafts) => {
      const facts = attempt(drafts)
      invariant(facts, `a command failed: ${drafts.ok ? '' : `${drafts.code} ${drafts.detail ?? ''}`}`)
      return facts
    },
  }
}

function takeIn(documents: Map<OrderId, OrderDocument>, document: OrderDocument): void {
  const known = documents.get(document.id)
  documents.set(document.id, known ? mergeOrders(known, document) : document)
}

/** The document with a verdict on each fact that has none yet. */
function judge(document: OrderDocument, server: ReadonlyMap<OrderId, OrderDocument>, now: number): OrderDocument {
  const known = server.get(document.id)?.verdicts ?? {}
  const fresh = Object.values(document.facts).filter((fact) => !document.verdicts[fact.id] && !known[fact.id])
  return withVerdicts(
    document,
    fresh.map((fact) => acceptedAt(fact, now)),
  )
}

export function acceptedAt(fact: Fact, receivedAt: number): Verdict {
  return { of: fact.id, decision: 'accepted', receivedAt, epoch: SCENE_EPOCH }
}

export function withFacts(document: OrderDocument, facts: readonly Fact[]): OrderDocument {
  return { ...document, facts: { ...document.facts, ...Object.fromEntries(facts.map((fact) => [fact.id, fact])) } }
}

export function withVerdicts(document: OrderDocument, verdicts: readonly Verdict[]): OrderDocument {
  const added = Object.fromEntries(verdicts.map((verdict) => [verdict.of, verdict]))
  return { ...document, verdicts: { ...document.verdicts, ...added } }
}

export interface LineWish {
  readonly price: Money
  readonly pieces?: number
  /** Thousandths of a jin instead of pieces. */
  readonly weight?: number
  readonly stations?: readonly StationId[]
  readonly taxPpm?: number
  readonly taxInclusive?: boolean
  readonly fire?: 'now' | 'hold'
  readonly note?: string
}

export function makeLine(ids: IdSource, wish: LineWish): Line {
  const { price, pieces = 1, weight, stations = [], taxPpm = 0, taxInclusive = true, fire = 'now', note } = wish
  const dish = ids.next('dish')
  return {
    id: ids.next('line'),
    dish,
    version: `dvr_${dish.slice(4).replaceAll('-', '').padEnd(64, '0')}` as DishVersionId,
    names: { zh: `菜${price}`, en: `Dish ${price}` },
    quantity: weight ?? pieces * 1_000,
    unit: weight === undefined ? 'piece' : 'jin',
    price: { base: price, options: [] },
    tax: { ratePpm: taxPpm, inclusive: taxInclusive },
    options: [],
    stations: [...stations],
    fire,
    ...(note === undefined ? {} : { note }),
  }
}
