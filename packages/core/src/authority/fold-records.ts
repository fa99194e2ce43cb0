import { canonicalJson, jsonEquals, type JsonObject, type JsonValue } from '../kernel/index.ts'
import { agreeing, mergeDocuments, putBack, type FieldConflict, type MergePolicy } from '../merge/index.ts'
import type { RecordType } from '../sync/index.ts'
import { byTime, JOURNAL_LENGTH, type JournalEntry, type StoredRecord } from './journal.ts'

/** What two leaves could not keep both of. `theirs` stands, `mine` came later; the entries are null where no edit is known. */
export interface LeafConflict {
  readonly about: 'field' | 'invalid'
  readonly fields: readonly FieldConflict[]
  /** Of `invalid` only: the document of which nothing was taken. */
  readonly wanted?: JsonObject
  readonly theirs: JournalEntry | null
  readonly mine: JournalEntry | null
}

export interface FoldedRecord {
  readonly record: StoredRecord
  readonly conflicts: readonly LeafConflict[]
}

/**
 * A24: unites the leaves of one document, the store's winner first. Only what the leaves say themselves decides, so every server that has
 * the same leaves makes the same of them; a leaf that another one grew from, or was folded into, adds nothing.
 */
export function foldRecords(leaves: readonly [StoredRecord, ...StoredRecord[]], type: RecordType | null): FoldedRecord {
  const [winner, ...losers] = leaves
  const ranked = [winner, ...losers.toSorted(byText)].toSorted(byLastEdit)
  const whole = ranked.filter(
    (leaf, at) => !ranked.some((other, place) => place !== at && covers(other, leaf, place < at)),
  )
  const [first = winner, ...rest] = whole
  return rest.reduce<FoldedRecord>(
    ({ record, conflicts }, leaf) => {
      const folded = foldTwo(record, leaf, type)
      return { record: folded.record, conflicts: [...conflicts, ...folded.conflicts] }
    },
    { record: first, conflicts: [] },
  )
}

function byText(a: StoredRecord, b: StoredRecord): number {
  return canonicalJson(a.document) < canonicalJson(b.document) ? -1 : 1
}

function byLastEdit(a: StoredRecord, b: StoredRecord): number {
  const [last, other] = [a.edits.toSorted(byTime).at(-1), b.edits.toSorted(byTime).at(-1)]
  return last && other ? byTime(last, other) : Number(last !== undefined) - Number(other !== undefined)
}

/** All that was done to `leaf` was done to `other` too, and more; of two that are alike the one that ranks first covers the other. */
function covers(other: StoredRecord, leaf: StoredRecord, ranksFirst: boolean): boolean {
  if (ownEdits(leaf, other).length > 0) return false
  return ownEdits(other, leaf).length > 0 || (ranksFirst && jsonEquals(other.document, leaf.document))
}

/** Edits of one leaf that the other has not seen. What is older than a full journal reaches back is taken as seen. */
function ownEdits(leaf: StoredRecord, other: StoredRecord): JournalEntry[] {
  const seen = new Set(other.edits.map(({ id }) => id))
  const [oldest] = other.edits.length < JOURNAL_LENGTH ? [] : other.edits.toSorted(byTime)
  return leaf.edits.filter((entry) => !seen.has(entry.id) && (!oldest || byTime(entry, oldest) > 0)).sort(byTime)
}

/** One of two leaves, and what it did alone. */
interface Side {
  readonly record: StoredRecord
  readonly own: readonly JournalEntry[]
  /** The document before that, as far as the journal knows. */
  readonly base: JsonObject
  /** First names that it changed without keeping what was there. */
  readonly forgot: ReadonlySet<string>
}

function sideOf(record: StoredRecord, other: StoredRecord): Side {
  const own = ownEdits(record, other)
  const forgot = own.flatMap(({ before, changed }) => (before ? [] : changed))
  const base = putBack(
    record.document,
    own.flatMap(({ before }) => before ?? []),
  )
  return { record, own, base, forgot: new Set(forgot) }
}

function foldTwo(a: StoredRecord, b: StoredRecord, type: RecordType | null): FoldedRecord {
  const sides = [sideOf(a, b), sideOf(b, a)] as const
  const [theirs, mine] = cameFirst(...sides, null) ? sides : ([sides[1], sides[0]] as const)
  const edits = united(theirs.record, mine.record)
  if (jsonEquals(a.document, b.document)) return { record: { document: theirs.record.document, edits }, conflicts: [] }
  const fields = type?.immutable ? null : foldFields(theirs, mine, type)
  const document = fields && { ...fields.document }
  if (document && (type === null || type.schema.safeParse(document).success)) {
    return { record: { document, edits }, conflicts: fields.conflicts }
  }
  const [standing, wanted] = [theirs.record.document, mine.record.document]
  const [last, other] = [mine.own.at(-1) ?? null, theirs.own.at(-1) ?? null]
  const conflict: LeafConflict = { about: 'invalid', fields: [], wanted, theirs: other, mine: last }
  return { record: { document: standing, edits }, conflicts: [conflict] }
}

function united(theirs: StoredRecord, mine: StoredRecord): JournalEntry[] {
  const known = new Set(theirs.edits.map(({ id }) => id))
  return [...theirs.edits, ...mine.edits.filter(({ id }) => !known.has(id))].sort(byTime).slice(-JOURNAL_LENGTH)
}

/** Order of arrival: whose first own edit (of this field) is older. Without any, `a`. */
function cameFirst(a: Side, b: Side, field: string | null): boolean {
  const [first, other] = [a, b].map(({ own }) => own.find((entry) => field === null || touches(entry, field)))
  return !first || !other ? !other : byTime(first, other) <= 0
}

function touches({ changed, before }: JournalEntry, field: string): boolean {
  return changed.includes(field) || (before?.some(({ path: [name] }) => name === undefined || name === field) ?? false)
}

interface FoldedFields {
  readonly document: JsonObject
  readonly conflicts: readonly LeafConflict[]
}

function foldFields(theirs: Side, mine: Side, type: RecordType | null): FoldedFields {
  const policy = type && type.merge !== 'union' ? type.merge : {}
  const names = new Set([...Object.keys(theirs.record.document), ...Object.keys(mine.record.document)])
  const merged = [...names].map((name) => foldField(theirs, mine, name, policy))
  return {
    document: Object.assign({}, ...merged.map(({ document }) => document)) as JsonObject,
    conflicts: grouped(merged.flatMap(({ conflicts }) => conflicts)),
  }
}

function foldField(a: Side, b: Side, name: string, policy: MergePolicy): FoldedFields {
  const [inA, inB] = [a, b].map(({ own }) => own.some((entry) => touches(entry, name)))
  if (inA !== inB) {
    const one = pick((inA ? a : b).record.document, name)
    return { document: name in one ? one : pick((inA ? b : a).record.document, name), conflicts: [] }
  }
  const [theirs, mine] = cameFirst(a, b, name) ? [a, b] : [b, a]
  const { base, isSure } = baseOf(theirs, mine, name)
  const { merged, conflicts } = mergeDocuments({
    base,
    theirs: pick(theirs.record.document, name),
    mine: pick(mine.record.document, name),
    policy: isSure ? policy : withoutSums(policy),
  })
  const entries = { theirs: lastOf(theirs, name), mine: lastOf(mine, name) }
  return { document: merged, conflicts: conflicts.map((field) => ({ about: 'field', fields: [field], ...entries })) }
}

function lastOf({ own }: Side, name: string): JournalEntry | null {
  return own.findLast((entry) => touches(entry, name)) ?? null
}

/** The common ancestor of one field: what both journals lead back to, or the one that still knows. */
function baseOf(theirs: Side, mine: Side, name: string): { base: JsonObject | null; isSure: boolean } {
  const known = [theirs, mine].filter(({ forgot, own }) => own.length > 0 && !forgot.has(name))
  const [one, other] = known.map(({ base }) => pick(base, name))
  if (!one) return { base: null, isSure: false }
  if (!other) return { base: one, isSure: true }
  const base = agreeing(one, other)
  return { base: isRecord(base) ? base : null, isSure: jsonEquals(one, other) }
}

/** A number that both counted up, from nobody knows where: the larger one is counted at least, and the sum may count twice. */
function withoutSums(policy: MergePolicy): MergePolicy {
  return Object.fromEntries(Object.entries(policy).map(([path, rule]) => [path, rule === 'sumDelta' ? 'max' : rule]))
}

/** One conflict for each pair of edits. */
function grouped(conflicts: readonly LeafConflict[]): LeafConflict[] {
  const groups = Map.groupBy(conflicts, ({ theirs, mine }) => `${theirs?.id} ${mine?.id}`)
  return [...groups.values()].flatMap(([first, ...rest]) =>
    first ? [{ ...first, fields: [first, ...rest].flatMap(({ fields }) => fields) }] : [],
  )
}

function pick(document: JsonObject, name: string): JsonObject {
  const value = document[name]
  return Object.hasOwn(document, name) && value !== undefined ? { [name]: value } : {}
}

function isRecord(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
