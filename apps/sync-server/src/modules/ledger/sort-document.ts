import { createHash } from 'node:crypto'
import {
  err,
  ok,
  parseJsonStrict,
  type JsonProblem,
  type JsonValue,
  type Result,
  type TerminalId,
} from '@orderez/core/kernel'
import { parseLedgerEntry, type LedgerDoubt } from '@orderez/core/ledger'
import * as z from 'zod'
import type { LedgerDocument } from '../../store/ledger-databases.ts'

/** A document that is no entry of its sender's ledger, as it came. It has an id of its own, so that it takes nobody's place. */
const heldSchema = z.object({
  held: z.object({ terminal: z.string(), code: z.string(), text: z.string() }),
})
export type HeldDocument = z.infer<typeof heldSchema>['held']

const HELD = 'held'

/** L3: what a terminal brought, as it is kept: an entry as it is, anything else beside the ledger. The same document is kept once. */
export function sortDocument(sender: TerminalId, document: unknown): LedgerDocument {
  const text = textOf(document)
  const read = text.ok ? parseJsonStrict(text.value) : text
  const entry = read.ok ? parseLedgerEntry(sender, read.value) : read
  if (entry.ok) return { ...entry.value }
  return heldDocument(sender, entry.code, text.ok ? text.value : String(text.detail))
}

function heldDocument(terminal: TerminalId, code: LedgerDoubt | JsonProblem, text: string): LedgerDocument {
  const hash = createHash('sha256').update(`${code} ${text}`).digest('hex')
  const rev = hash.slice(0, 32)
  return {
    _id: `${HELD}.${terminal}.${hash}`,
    _rev: `1-${rev}`,
    _revisions: { start: 1, ids: [rev] },
    held: { terminal, code, text },
  }
}

function textOf(document: unknown): Result<string, 'json.tooDeep'> {
  try {
    return ok(JSON.stringify(document) ?? '')
  } catch (cause) {
    // Parsed JSON cannot be written again for one reason only: its containers lie too deep for the stack.
    if (cause instanceof RangeError) return err('json.tooDeep', 'nested without end')
    throw cause
  }
}

/** Null for an entry. */
export function heldIn(document: LedgerDocument): HeldDocument | null {
  const parsed = document._id.startsWith(`${HELD}.`) ? heldSchema.safeParse(document) : null
  return parsed?.success ? parsed.data.held : null
}

/** What is to be judged of a held document: the fact in it, or the whole where there is none. */
export function itemOf({ text }: HeldDocument): unknown {
  const document = parsedText(text)
  return typeof document === 'object' && document !== null && 'fact' in document ? document.fact : (document ?? text)
}

function parsedText(text: string): JsonValue {
  try {
    return JSON.parse(text)
  } catch (cause) {
    if (cause instanceof SyntaxError) return null
    throw cause
  }
}
