import {
  businessDayOf,
  type BranchId,
  type OrderId,
  type PersonId,
  type StationId,
  type TableId,
} from '@orderez/core/kernel'
import { markReady, markServed, markStarted, ticketsOf } from '@orderez/core/kitchen'
import {
  billOf,
  closeOrder,
  openOrder,
  orderClosed,
  sendRound,
  WHOLE_SHARE,
  type Line,
  type OrderState,
} from '@orderez/core/orders'
import { takePayment } from '@orderez/core/payments'
import type { CrewTerminal } from './crew-terminal.ts'

const RULE = { timeZone: 'Asia/Shanghai', dayStartsAt: '05:00' }
export const ROUNDS = 3
const STARTED_MS = 5_000
const READY_MS = 25_000

interface Sitting {
  readonly order: OrderId
  rounds: number
}

/** A waiter with some tables, who opens, sends up to three rounds, and leaves the bill to the till. */
export interface Waiter {
  /** The round's id and when Send was tapped; null where every table waits for its bill. */
  send(lines: readonly Line[]): Promise<{ readonly round: string; readonly at: number } | null>
}

export function createWaiter(
  terminal: CrewTerminal,
  {
    branch,
    person,
    tables,
  }: { readonly branch: BranchId; readonly person: PersonId; readonly tables: readonly TableId[] },
): Waiter {
  const sittings = new Map<TableId, Sitting>()
  let [counter, turn] = [0, 0]

  async function sit(table: TableId): Promise<Sitting> {
    const order = terminal.ids.next('order')
    const number = { letters: terminal.letters, counter: (counter += 1) }
    const day = businessDayOf(Date.now(), RULE)
    const opening = { order, branch, day, number, type: 'dineIn', guests: 2, table } as const
    await terminal.say(openOrder(opening, terminal.context(person)))
    const sitting = { order, rounds: 0 }
    sittings.set(table, sitting)
    return sitting
  }

  /** The next table whose guests still order; one that is free again gets new guests. */
  async function nextSitting(states: ReadonlyMap<OrderId, OrderState>): Promise<Sitting | null> {
    for (const _ of tables) {
      const table = tables[(turn += 1) % tables.length] as TableId
      const sitting = sittings.get(table)
      const state = sitting && states.get(sitting.order)
      if (!sitting || (state && orderClosed(state))) return sit(table)
      if (sitting.rounds < ROUNDS) return sitting
    }
    return null
  }

  return {
    async send(lines) {
      const states = new Map((await terminal.states()).map((state) => [state.id, state]))
      const sitting = await nextSitting(states)
      if (!sitting) return null
      sitting.rounds += 1
      const state = (await terminal.states()).find(({ id }) => id === sitting.order)
      if (!state) return null
      const round = terminal.ids.next('round')
      const at = Date.now()
      const sent = await terminal.say(sendRound(state, { lines, round }, terminal.context(person)))
      return sent ? { round, at } : null
    },
  }
}

/** Begins what has waited for a while, finishes it, and brings it to the table. */
export async function cook(terminal: CrewTerminal, stations: readonly StationId[], person: PersonId): Promise<void> {
  const now = Date.now()
  const states = await terminal.states()
  for (const station of stations) {
    for (const ticket of ticketsOf(states, station, now)) {
      const units = (which: 'toDo' | 'started') =>
        ticket.lines.filter((line) => line[which].length > 0).map((line) => ({ line: line.line, units: line[which] }))
      const [toDo, started] = [units('toDo'), units('started')]
      const context = terminal.context(person)
      if (started.length > 0 && ticket.ageMs > READY_MS) {
        const request = { station, units: started.map(copy) }
        await terminal.say(markReady(states, request, context))
      } else if (toDo.length > 0 && ticket.ageMs > STARTED_MS) {
        await terminal.say(markStarted(states, { station, units: toDo.map(copy) }, context))
      }
    }
  }
}

function copy({ line, units }: { readonly line: Line['id']; readonly units: readonly number[] }) {
  return { line, units: [...units] }
}

/** Serves what is ready, and takes the money of guests who have had all their rounds. */
export async function serveAndSettle(terminal: CrewTerminal, person: PersonId): Promise<void> {
  for (const state of await terminal.states()) {
    if (orderClosed(state) || !state.complete) continue
    const lines = [...state.lines.values()]
    const ready = lines.flatMap((line) => {
      const units = line.units.filter(({ stage }) => stage === 'ready').map(({ unit }) => unit)
      return units.length === 0 ? [] : [{ line: line.id, units }]
    })
    if (ready.length > 0) await terminal.say(markServed([state], ready, terminal.context(person)))
    const isEaten = lines.length > 0 && lines.every((line) => line.units.every(({ stage }) => stage === 'served'))
    if (state.rounds.length >= ROUNDS && isEaten) await settle(terminal, state, person)
  }
}

async function settle(terminal: CrewTerminal, state: OrderState, person: PersonId): Promise<void> {
  if (billOf(state.id, [state]).open > 0) {
    const request = { at: { order: state.id, share: WHOLE_SHARE }, tender: 'wechat' as const }
    await terminal.say(takePayment([state], request, terminal.context(person)))
  }
  const paid = (await terminal.states()).find(({ id }) => id === state.id)
  if (paid) await terminal.say(closeOrder([paid], paid.id, terminal.context(person)))
}
