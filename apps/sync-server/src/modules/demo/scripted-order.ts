import {
  invariant,
  type EpochMs,
  type IdSource,
  type OrderId,
  type PersonId,
  type TerminalId,
} from '@orderez/core/kernel'
import {
  foldOrder,
  GENESIS,
  type CommandCode,
  type CommandContext,
  type Drafts,
  type Fact,
  type FactDraft,
  type OrderState,
} from '@orderez/core/orders'

/** An order of the past, told step by step by the same commands that screens use. */
export interface ScriptedOrder {
  readonly id: OrderId
  readonly drafts: readonly FactDraft[]
  /** Who says the next thing, and when; never before what was said last. */
  as(person: PersonId, at: EpochMs): CommandContext
  say(drafts: Drafts<CommandCode>): void
  state(): OrderState
}

/** `ids` are made at the time that `clock` was last told. */
export function createScriptedOrder(
  terminal: TerminalId,
  ids: IdSource,
  clock: { set(now: EpochMs): void },
): ScriptedOrder {
  const id = ids.next('order')
  const incarnation = ids.next('incarnation')
  const drafts: FactDraft[] = []
  let time = { ms: 0, tick: 0 }
  return {
    id,
    drafts,
    as(person, at) {
      const now = () => {
        time = at > time.ms ? { ms: Math.floor(at), tick: 0 } : { ms: time.ms, tick: time.tick + 1 }
        clock.set(time.ms)
        return time
      }
      return { ids, now, person, may: () => true }
    },
    say(said) {
      invariant(said.ok, `the demo asked for what cannot be: ${said.ok ? '' : said.code}`)
      drafts.push(...said.value)
    },
    state() {
      const facts = drafts.map((draft, index): Fact => ({
        ...draft,
        terminal,
        incarnation,
        n: index + 1,
        prev: GENESIS,
      }))
      const byId = Object.fromEntries(facts.map((fact) => [fact.id, fact]))
      return foldOrder({ id, kind: 'order', v: 1, facts: byId, verdicts: {} }, terminal)
    },
  }
}
