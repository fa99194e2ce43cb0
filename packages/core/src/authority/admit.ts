import type { Person } from '../branch/index.ts'
import {
  digestOf,
  jsonEquals,
  type BranchId,
  type DishId,
  type DishVersionId,
  type EpochMs,
  type OrderId,
  type FactId,
  type PersonId,
} from '../kernel/index.ts'
import type { Dish, DishVersion } from '../menu/index.ts'
import {
  standingVerdict,
  knownFact,
  type Fact,
  type KnownFact,
  type OrderDocument,
  type Refusal,
  type Verdict,
} from '../orders/index.ts'
import { actionOfFact, can, isPhysical, type Action, type RoleRights } from '../staff/index.ts'
import type { Sealer } from '../sync/index.ts'
import type { Actor, AuthorityMistakes } from './authority-ports.ts'
import { flagsOf } from './flags-of.ts'
import { judgePrice } from './judge-price.ts'
import type { OrderView } from './order-view.ts'
import type { PushedFact } from './pushed-fact.ts'
import { isOwnVerdict, sealVerdict } from './seal.ts'

/** Everything that the door looks at, as values or lookups that never wait. */
export interface AdmitContext {
  readonly actor: Actor
  /** Whether the terminal is enrolled and not revoked. */
  readonly isEnrolled: boolean
  readonly branch: BranchId
  readonly now: EpochMs
  readonly epoch: string
  readonly document: OrderDocument
  readonly order: OrderView
  /** Which fact holds the same place of the same log, if any. */
  occupant(fact: Fact): { readonly fact: FactId; readonly order: OrderId } | null
  hashBefore(fact: Fact): string | null
  person(id: PersonId): Person | null
  readonly rights: RoleRights
  version(id: DishVersionId): DishVersion | null
  dish(id: DishId): Dish | null
  readonly sealer: Sealer
  readonly mistakes?: AuthorityMistakes | undefined
}

export type DeadLetterCode = 'fact.rewritten' | 'terminal.mismatch'

export type Admission =
  /** Decided before; the recorded verdict is the answer (S10). */
  | { readonly is: 'recorded'; readonly verdict: Verdict }
  | { readonly is: 'judged'; readonly fact: Fact; readonly hash: string; readonly verdict: Verdict }
  /** Cannot be kept in the order; nothing there changes. */
  | { readonly is: 'deadLetter'; readonly code: DeadLetterCode }

/**
 * The one door for facts (A2 to A12). Steps in this order: identity of the fact, whose log it is from, an earlier verdict under our seal,
 * then everything that can make it count for nothing; what is left is accepted, with flags. Pure: the caller has read what it needs.
 */
export function admit({ fact, earlier }: PushedFact, context: AdmitContext): Admission {
  const { document, sealer, mistakes } = context
  const hash = digestOf(fact)
  const stored = document.facts[fact.id]
  if (stored && !jsonEquals(stored, fact)) return { is: 'deadLetter', code: 'fact.rewritten' }
  const occupant = context.occupant(fact)
  if (occupant?.fact === fact.id && occupant.order !== fact.order) return { is: 'deadLetter', code: 'fact.rewritten' }
  const recorded = document.verdicts[fact.id]
  const ours = earlier && isOwnVerdict(sealer, hash, earlier) ? earlier : null
  if (stored && recorded && !mistakes?.has('no-dedup')) {
    // Terminals keep the earlier of two words (V3), so the server does too.
    if (!ours || standingVerdict(recorded, ours) === recorded) return { is: 'recorded', verdict: recorded }
  }
  if (ours) return { is: 'judged', fact, hash, verdict: ours }
  if (fact.terminal !== context.actor.terminal) return { is: 'deadLetter', code: 'terminal.mismatch' }
  const refusal = refusalOf(fact, context)
  const verdict = sealVerdict(sealer, hash, refusal ? against(fact, refusal, context) : accepted(fact, context))
  return { is: 'judged', fact, hash, verdict }
}

function refusalOf(fact: Fact, context: AdmitContext): Refusal | null {
  if (!context.isEnrolled) return 'terminal.revoked'
  const known = knownFact(fact)
  const branches = known?.kind === 'opened' ? new Set([known.body.branch]) : context.order.branches
  if (branches.size > 0 && !branches.has(context.branch)) return 'order.otherBranch'
  const occupant = context.occupant(fact)
  if (occupant && occupant.fact !== fact.id) return 'fact.forked'
  if (!known) return 'fact.newer'
  const person = context.person(fact.person)
  if (!isActive(person)) return 'person.unknown'
  return rightRefusal(known, person, context) ?? priceRefusal(known, person, context)
}

function rightRefusal(fact: KnownFact, person: Person, context: AdmitContext): Refusal | null {
  if (context.mistakes?.has('right-not-checked')) return null
  return mayDo(fact, person, actionOfFact(fact.kind), context) ? null : 'right.missing'
}

function priceRefusal(fact: KnownFact, person: Person, context: AdmitContext): Refusal | null {
  if (context.mistakes?.has('price-from-client')) return null
  const mayOverride = mayDo(fact, person, 'price.override', context)
  return judgePrice(fact, { order: context.order, version: (id) => context.version(id), mayOverride })
}

/** A7: the right is the person's own, or that of the approver whom the fact names. */
function mayDo(fact: KnownFact, person: Person, action: Action, context: AdmitContext): boolean {
  if (can(person.roles, action, context.rights)) return true
  const approver = 'approver' in fact.body && fact.body.approver ? context.person(fact.body.approver) : null
  return isActive(approver) && can(approver.roles, action, context.rights)
}

function isActive(person: Person | null): person is Person {
  return person !== null && person.active && person.deleted !== true
}

/** What a person has to look at rather than what is plainly wrong. */
const HELD: ReadonlySet<Refusal> = new Set<Refusal>([
  'terminal.revoked',
  'fact.forked',
  'fact.newer',
  'version.unknown',
])

/** A6: what has physically happened is never refused, only held. */
function against(fact: Fact, code: Refusal, context: AdmitContext): Verdict {
  const known = knownFact(fact)
  const isHeld = HELD.has(code) || (known !== null && isPhysical(known.kind))
  return { of: fact.id, decision: isHeld ? 'held' : 'refused', code, receivedAt: context.now, epoch: context.epoch }
}

function accepted(fact: Fact, context: AdmitContext): Verdict {
  const { order, now, epoch } = context
  const flags = flagsOf(fact, { order, now, before: context.hashBefore(fact), dish: (id) => context.dish(id) })
  const verdict: Verdict = { of: fact.id, decision: 'accepted', receivedAt: now, epoch }
  return flags.length === 0 ? verdict : { ...verdict, flags }
}
