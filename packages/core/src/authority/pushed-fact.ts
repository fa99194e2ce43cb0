import * as z from 'zod'
import { err, ok, type Result } from '../kernel/index.ts'
import { parseFact, verdictSchema, type Fact, type Verdict } from '../orders/index.ts'

/** An item of a push: a fact, and the verdict it had in an earlier life of the store, where the terminal has one. */
export interface PushedFact {
  readonly fact: Fact
  readonly earlier: Verdict | null
}

const withVerdictSchema = z.strictObject({ fact: z.unknown(), verdict: verdictSchema })

export type FactProblem = 'fact.malformed' | 'fact.kindUnknown'

/** A1: reads one item of a push, which is a fact or `{ fact, verdict }`. */
export function parsePushedFact(item: unknown): Result<PushedFact, FactProblem> {
  if (typeof item !== 'object' || item === null || !Object.hasOwn(item, 'fact')) return parsedAlone(item, null)
  const both = withVerdictSchema.safeParse(item)
  return both.success
    ? parsedAlone(both.data.fact, both.data.verdict)
    : err('fact.malformed', 'not a fact with its verdict')
}

function parsedAlone(value: unknown, earlier: Verdict | null): Result<PushedFact, FactProblem> {
  const parsed = parseFact(value)
  if (!parsed.ok) return parsed
  return ok({ fact: parsed.value, earlier: earlier?.of === parsed.value.id ? earlier : null })
}
