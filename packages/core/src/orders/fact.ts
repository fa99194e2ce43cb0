import * as z from 'zod'
import { err, hybridTimeSchema, idSchema, jsonObjectSchema, ok, type Result } from '../kernel/index.ts'
import { factBodies, type FactBody, type FactKind } from './fact-bodies.ts'

/** The version of the fact format that this code writes. A reader keeps and forwards what it does not know. */
export const FACT_VERSION = 1

/** `prev` of the first fact of a log that knows no predecessor. */
export const GENESIS = '0'.repeat(64)

/**
 * The envelope of every fact. Identity is `id` (random). `terminal`, `incarnation`, `n` and `prev` are evidence:
 * within one (terminal, incarnation) the numbers run 1, 2, 3 … without a gap and each fact carries the hash of the one before.
 */
export const factSchema = z.strictObject({
  id: idSchema('fact'),
  v: z.int().min(1).max(1_000),
  order: idSchema('order'),
  terminal: idSchema('terminal'),
  incarnation: idSchema('incarnation'),
  n: z.int().min(1),
  prev: z.string().regex(/^[0-9a-f]{64}$/),
  person: idSchema('person'),
  at: hybridTimeSchema,
  kind: z.string().regex(/^[a-z][A-Za-z]{1,39}$/),
  body: jsonObjectSchema,
})
export type Fact = z.infer<typeof factSchema>

/** What a command makes: everything but the place in the log, which the log's one writer gives. */
export type FactDraft = Omit<Fact, 'terminal' | 'incarnation' | 'n' | 'prev'>

/** A fact of a kind that this version knows, with its body typed. */
export type KnownFact<K extends FactKind = FactKind> = {
  [P in K]: Omit<Fact, 'kind' | 'body'> & { readonly kind: P; readonly body: FactBody<P> }
}[K]

function isKnownKind(kind: string): kind is FactKind {
  return Object.hasOwn(factBodies, kind)
}

/**
 * Parses what came through a door (F1). A kind of a newer version passes with its body untouched, so that an old client forwards it.
 * Fails with `fact.malformed` (envelope or body) or `fact.kindUnknown` (an unknown kind that claims a version we know).
 */
export function parseFact(value: unknown): Result<Fact, 'fact.malformed' | 'fact.kindUnknown'> {
  const envelope = factSchema.safeParse(value)
  if (!envelope.success) return err('fact.malformed', describe(envelope.error))
  const fact = envelope.data
  if (fact.v > FACT_VERSION) return ok(fact)
  if (!isKnownKind(fact.kind)) return err('fact.kindUnknown', fact.kind)
  const body = factBodies[fact.kind].safeParse(fact.body)
  return body.success ? ok(fact) : err('fact.malformed', describe(body.error))
}

/** Narrows a parsed fact to its known kind, or null where only a newer version could read it. */
export function knownFact(fact: Fact): KnownFact | null {
  return fact.v <= FACT_VERSION && isKnownKind(fact.kind) ? (fact as KnownFact) : null
}

function describe(error: z.ZodError): string {
  const issue = error.issues[0]
  return issue ? `${issue.path.join('.')}: ${issue.message}`.slice(0, 200) : 'invalid'
}
