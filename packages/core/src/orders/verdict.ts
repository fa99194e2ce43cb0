import * as z from 'zod'
import { canonicalJson, idSchema } from '../kernel/index.ts'

/** Why a fact does not count. One list for server, terminal, HTTP and the sentences of the screens. */
export const REFUSALS = [
  'right.missing',
  'person.unknown',
  'fact.rewritten',
  'fact.forked',
  'fact.newer',
  'order.otherBranch',
  'version.unknown',
  'price.mismatch',
  'price.overrideWithoutRight',
  'terminal.revoked',
] as const
const refusalSchema = z.enum(REFUSALS)
export type Refusal = z.infer<typeof refusalSchema>

/** What is odd about a fact that counts all the same. */
const FLAGS = [
  'clock.ahead',
  'price.stale',
  'dish.soldOut',
  'dish.offShelf',
  'chain.broken',
  'order.closed',
  'line.absent',
] as const
const flagSchema = z.enum(FLAGS)
export type Flag = z.infer<typeof flagSchema>

/**
 * The server's word on one fact. Each fact gets one; it is kept beside the fact, under the fact's id.
 * `accepted` counts everywhere, `refused` and `held` count nowhere until a manager rules (V2).
 * `receivedAt` is the server's clock (ms); a register compares min(fact time, receivedAt). `seal` = HMAC(site, the fact's hash and the rest of this verdict).
 */
export const verdictSchema = z.strictObject({
  of: idSchema('fact'),
  decision: z.enum(['accepted', 'refused', 'held']),
  code: refusalSchema.optional(),
  flags: z.array(flagSchema).max(8).optional(),
  receivedAt: z.int().min(0),
  epoch: z.string().regex(/^[a-z0-9]{4,40}$/),
  seal: z.string().max(64).optional(),
})
export type Verdict = z.infer<typeof verdictSchema>

/**
 * A fact may be judged twice: by two servers, or again after a server was restored and lost what it had said. Every replica keeps the same
 * one (V3): that of the later epoch (epochs sort by their beginning), so that terminals follow a restored server; within an epoch the earlier,
 * then the smaller text.
 */
export function standingVerdict(a: Verdict, b: Verdict): Verdict {
  if (a.epoch !== b.epoch) return a.epoch > b.epoch ? a : b
  if (a.receivedAt !== b.receivedAt) return a.receivedAt < b.receivedAt ? a : b
  return canonicalJson(a) <= canonicalJson(b) ? a : b
}
