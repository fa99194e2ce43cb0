import { err, ok, type ConflictId, type EpochMs, type JsonObject, type Result } from '../kernel/index.ts'
import { conflictIdOf, type Conflict } from '../inbox/index.ts'
import { dishVersionOf, type Dish, type DishVersion, type OptionGroup } from '../menu/index.ts'
import type { FieldConflict } from '../merge/index.ts'
import type { LineTax } from '../pricing/index.ts'
import { can } from '../staff/index.ts'
import { recordTypeOf, type Edit } from '../sync/index.ts'
import type { Actor, AuthorityPorts } from './authority-ports.ts'
import type { Directory } from './directory.ts'
import { mergeEdit, type MergedEdit, type MergeProblem } from './merge-edit.ts'
import type { RecordTask, RecordWork } from './record-desk.ts'
import { replacedBy, type JournalEntry } from './journal.ts'

export type EditProblem =
  | MergeProblem
  | 'right.missing'
  | 'person.unknown'
  | 'terminal.revoked'
  | 'branch.other'
  | 'table.hasOrder'

/** What came of an edit; `reports` and `versions` have to be stored too before it is answered. */
export interface EditResult {
  readonly result: Result<null, EditProblem>
  /** As it stands now; null where it was never made. */
  readonly document: JsonObject | null
  readonly report: Conflict | null
  readonly version: DishVersion | null
}

export interface EditDesk extends Pick<AuthorityPorts, 'branch' | 'clock' | 'mistakes'> {
  readonly directory: Directory
  optionGroup(id: string): OptionGroup | null
  tax(id: string): LineTax | null
}

/** A13: one edit as a task of its collection's queue. An edit that is in the document's journal already is answered, not merged again. */
export function editTask(
  desk: EditDesk,
  actor: Actor,
  edit: Edit,
  /** Somebody sits at the table that the edit removes. */
  isSeated = false,
): RecordTask<EditResult> {
  return {
    document: edit.document,
    needs: ({ record }) => [...groupsOf(record?.document), ...groupsOf(edit.mine)],
    apply(work) {
      const known = work.record?.edits.find(({ id }) => id === edit.id)
      if (known && !desk.mistakes?.has('no-dedup')) return repeated(work, edit, known)
      const allowed = mayEdit(desk, actor, edit)
      if (!allowed.ok) return refused(work, allowed.code)
      if (isSeated) return refused(work, 'table.hasOrder')
      return applied(desk, work, edit, actor)
    },
  }
}

function mayEdit(desk: EditDesk, actor: Actor, edit: Edit): Result<null, EditProblem> {
  const terminal = desk.directory.terminal(actor.terminal)
  if (!terminal || terminal.revokedAt || terminal.deleted) return err('terminal.revoked')
  const type = recordTypeOf(edit.mine['kind'])
  if (!type || type.collection !== edit.collection) return err('record.kindUnknown')
  if (type.kind === 'branch' && edit.document !== desk.branch) return err('branch.other')
  if (type.provenOnly) return err('right.missing')
  const person = desk.directory.person(edit.person)
  if (!person || !person.active || person.deleted) return err('person.unknown')
  if (type.kind === 'favourites' && edit.mine['person'] !== edit.person) return err('right.missing')
  if (desk.mistakes?.has('right-not-checked')) return ok(null)
  const isAllowed = type.action !== null && can(person.roles, type.action, desk.directory.rights())
  return isAllowed ? ok(null) : err('right.missing')
}

function applied(desk: EditDesk, work: RecordWork, edit: Edit, actor: Actor): EditResult {
  const theirs = work.record?.document ?? null
  const merge = mergeEdit(theirs, edit)
  if (!merge.ok && merge.code !== 'merge.invalid') return refused(work, merge.code)
  const version = merge.ok ? derivedVersion(desk, merge.value) : null
  const document = merge.ok ? withVersion(merge.value.merged, version) : theirs
  if (!document) return refused(work, 'merge.invalid')
  const said = entryOf(edit, actor, desk.clock.now(), merge.ok ? merge.value : null)
  const entry = merge.ok ? { ...said, ...replacedBy(theirs, document) } : said
  work.record = { document, edits: [...(work.record?.edits ?? []), entry] }
  work.changed = true
  return { result: merge.ok ? ok(null) : err(merge.code), document, report: reportOf(work, edit, entry), version }
}

function refused(work: RecordWork, code: EditProblem): EditResult {
  return { result: err(code), document: work.record?.document ?? null, report: null, version: null }
}

/** S10: the recorded outcome. What goes with it is made again, for the server may have died between the two. */
function repeated(work: RecordWork, edit: Edit, entry: JournalEntry): EditResult {
  return {
    result: entry.refused ? err('merge.invalid') : ok(null),
    document: work.record?.document ?? null,
    report: reportOf(work, edit, entry),
    version: null,
  }
}

function entryOf(edit: Edit, { terminal }: Actor, at: EpochMs, merge: MergedEdit | null): JournalEntry {
  const { id, person } = edit
  if (!merge) return { id, person, terminal, at, changed: [], refused: true }
  const entry: JournalEntry = { id, person, terminal, at, changed: [...merge.changed] }
  return merge.conflicts.length === 0 ? entry : { ...entry, conflicts: merge.conflicts.map(fieldOf) }
}

const MAX_FIELDS = 200
const MAX_NAME = 120

function fieldOf(conflict: FieldConflict): NonNullable<JournalEntry['conflicts']>[number] {
  return { ...conflict, path: conflict.path.map((name) => name.slice(0, MAX_NAME).toWellFormed()) }
}

/** A16: what the inbox says about an edit that could not be kept whole; null where there is nothing to say. */
function reportOf(work: RecordWork, edit: Edit, entry: JournalEntry): Conflict | null {
  const fields = entry.conflicts ?? []
  if (fields.length === 0 && !entry.refused) return null
  const names = new Set(fields.map(({ path }) => path[0]))
  const before = (work.record?.edits ?? []).filter(({ id, at }) => id !== entry.id && at <= entry.at)
  const other = before.findLast(({ changed }) => changed.some((name) => names.has(name))) ?? before.at(-1)
  return {
    id: conflictIdOf(entry.id) satisfies ConflictId,
    kind: 'conflict',
    v: 1,
    at: entry.at,
    edit: entry.id,
    collection: edit.collection,
    document: edit.document,
    documentKind: String(edit.mine['kind']),
    about: entry.refused ? 'invalid' : 'field',
    fields: fields.slice(0, MAX_FIELDS),
    ...(entry.refused && { wanted: edit.mine }),
    theirs: { person: other?.person ?? null, terminal: other?.terminal ?? null },
    mine: { person: entry.person, terminal: entry.terminal },
  }
}

/** A dish that two people changed is sold as neither of them computed it: its version follows from the merged fields. */
function derivedVersion(desk: EditDesk, { type, merged, isMixed }: MergedEdit): DishVersion | null {
  return type.kind === 'dish' && isMixed ? versionOf(desk, merged as Dish) : null
}

/** What a dish is sold as; null while something that it names is not here. */
export function versionOf(desk: Pick<EditDesk, 'tax' | 'optionGroup'>, dish: Dish): DishVersion | null {
  const tax = desk.tax(dish.tax)
  const groups = dish.optionGroups.map((id) => desk.optionGroup(id)).filter((group) => group !== null)
  return tax && groups.length === dish.optionGroups.length ? dishVersionOf(dish, groups, tax) : null
}

export function withVersion(document: JsonObject, version: DishVersion | null): JsonObject {
  return version ? { ...document, version: version.id } : document
}

export function groupsOf(document: JsonObject | undefined): readonly string[] {
  const groups = document?.['optionGroups']
  return document?.['kind'] === 'dish' && Array.isArray(groups) ? groups.filter((id) => typeof id === 'string') : []
}
