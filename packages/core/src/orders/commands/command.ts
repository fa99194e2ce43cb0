import {
  err,
  ok,
  type HybridTime,
  type IdSource,
  type OrderId,
  type PersonId,
  type Result,
} from '../../kernel/index.ts'
import type { FactBody, FactKind } from '../fact-bodies.ts'
import { FACT_VERSION, type FactDraft } from '../fact.ts'

/** Who commands, and where ids, time and rights come from. `now` is the terminal's hybrid clock: each call is later than the last. */
export interface CommandContext {
  readonly ids: IdSource
  readonly now: () => HybridTime
  readonly person: PersonId
  readonly may: (kind: FactKind) => boolean
}

/** Why a command makes no sense on what this terminal shows. One list, so that every code has its sentence. */
export const COMMAND_CODES = [
  'right.missing',
  'approval.needed',
  'order.unknown',
  'order.loading',
  'order.closed',
  'order.notClosed',
  'order.merged',
  'order.same',
  'round.empty',
  'round.alreadySent',
  'line.unknown',
  'line.started',
  'line.held',
  'unit.unknown',
  'unit.voided',
  'unit.notReady',
  'nothing.toDo',
  'price.pending',
  'quantity.unfit',
  'station.none',
  'merge.unknown',
  'comp.unknown',
  'discount.unknown',
  'charge.unknown',
  'bill.open',
  'bill.empty',
  'bill.paidInPart',
  'payment.unknown',
  'payment.nothingDue',
  'payment.tooMuch',
  'payment.tenderedTooLittle',
  'payment.pending',
  'payment.confirmed',
  'refund.tooMuch',
  'fact.unknown',
  'fact.notHeld',
] as const
export type CommandCode = (typeof COMMAND_CODES)[number]

/** What a command makes: drafts for one or several orders, to be recorded in one step and in this order. */
export type Drafts<C extends CommandCode = never> = Result<readonly FactDraft[], C | 'right.missing'>

function draftFact<K extends FactKind>(context: CommandContext, order: OrderId, kind: K, body: FactBody<K>): FactDraft {
  const { ids, now, person } = context
  const said = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined))
  return { id: ids.next('fact'), v: FACT_VERSION, order, person, at: now(), kind, body: said }
}

/** The only draft of a command that says one thing about one order. */
export function say<K extends FactKind>(context: CommandContext, order: OrderId, kind: K, body: FactBody<K>): Drafts {
  return context.may(kind) ? ok([draftFact(context, order, kind, body)]) : err('right.missing', kind)
}

/** One draft of the same kind for each order concerned. */
export function sayEach<K extends FactKind>(
  context: CommandContext,
  kind: K,
  bodies: Iterable<readonly [OrderId, FactBody<K>]>,
): Drafts {
  if (!context.may(kind)) return err('right.missing', kind)
  return ok(Array.from(bodies, ([order, body]) => draftFact(context, order, kind, body)))
}
