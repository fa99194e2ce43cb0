import type { Terminal } from '@orderez/core/branch'
import {
  businessDayOf,
  type BusinessDay,
  type HybridTime,
  type IdSource,
  type OrderId,
  type PersonId,
} from '@orderez/core/kernel'
import {
  chainFacts,
  foldOrder,
  startLog,
  type CommandContext,
  type FactDraft,
  type LogTail,
  type OrderDocument,
  type OrderNumber,
  type OrderState,
} from '@orderez/core/orders'
import { readDemoHouse, type DemoHouse } from './demo-crew.ts'
import { deliver, enrolSimulated, type DemoDoor } from './simulated-terminal.ts'

const ROLES = {
  waiter: '模拟服务员 Simulated waiter',
  cook: '模拟后厨 Simulated kitchen',
  cashier: '模拟收银 Simulated till',
} as const
export type EveningRole = keyof typeof ROLES

/** The restaurant as simulated people see and touch it: by terminals of their own, through the door that every terminal uses. */
export interface EveningRoom {
  readonly ids: IdSource
  readonly house: DemoHouse
  readonly day: BusinessDay
  /** Null where there is no such order. */
  read(order: OrderId): Promise<OrderState | null>
  open(): Promise<readonly OrderState[]>
  /** Opened by simulated people, and by them or a kitchen touched alone. */
  isLeftToUs(state: OrderState): boolean
  nextNumber(): OrderNumber
  context(person: PersonId): CommandContext
  /** Resolves when the server has decided. */
  record(role: EveningRole, drafts: readonly FactDraft[]): Promise<void>
}

/** What cooks and kitchen screens say belongs to no guest's waiter. */
const KITCHEN = new Set(['received', 'started', 'ready', 'recalled', 'acknowledged', 'served'])

/** Null where somebody is missing whom a restaurant needs. */
export async function openEveningRoom(door: DemoDoor, ids: IdSource): Promise<EveningRoom | null> {
  const { authority, branch, now } = door
  const house = await readDemoHouse(authority, branch)
  if (!house) return null
  const terminals = new Map<EveningRole, Terminal>()
  for (const [role, name] of Object.entries(ROLES) as [EveningRole, string][]) {
    terminals.set(role, await enrolSimulated(door, role, name))
  }
  const ours = new Set<string>([...terminals.values()].map(({ id }) => id))
  const waiter = terminals.get('waiter') as Terminal
  const tails = new Map<EveningRole, LogTail>()
  const day = businessDayOf(now(), house.branch)
  let counter = await lastCounter(door, day, waiter)
  let time: HybridTime = { ms: 0, tick: 0 }
  const fold = (document: OrderDocument) => foldOrder(document, null)

  return {
    ids,
    house,
    day,
    async read(order) {
      const [document] = (await authority.read('orders', [order])) as readonly object[] as readonly OrderDocument[]
      return document ? fold(document) : null
    },
    async open() {
      const found: OrderState[] = []
      for await (const page of authority.orders({ open: true })) found.push(...page.map(fold))
      return found
    },
    isLeftToUs: (state) =>
      state.opening !== null &&
      ours.has(state.opening.terminal) &&
      Object.values(state.document.facts).every((fact) => ours.has(fact.terminal) || KITCHEN.has(fact.kind)),
    nextNumber: () => ({ letters: waiter.letters, counter: (counter += 1) }),
    context(person) {
      const next = () => {
        const ms = Math.floor(now())
        time = ms > time.ms ? { ms, tick: 0 } : { ms: time.ms, tick: time.tick + 1 }
        return time
      }
      return { ids, now: next, person, may: () => true }
    },
    async record(role, drafts) {
      const terminal = terminals.get(role) as Terminal
      const tail = tails.get(role) ?? startLog(terminal.id, ids.next('incarnation'))
      const chained = chainFacts(tail, drafts)
      // A log whose end is in doubt is not gone on with: the next thing said begins a new life of it.
      tails.delete(role)
      await deliver(door, terminal, { facts: chained.facts })
      tails.set(role, chained.tail)
    },
  }
}

/** Numbers that people speak go on where this day's stopped, whichever start gave them. */
async function lastCounter({ authority }: DemoDoor, day: BusinessDay, { letters }: Terminal): Promise<number> {
  let last = 0
  for await (const page of authority.orders({ from: day, to: day })) {
    for (const document of page) {
      const number = foldOrder(document, null).opening?.number
      if (number?.letters === letters) last = Math.max(last, number.counter)
    }
  }
  return last
}
