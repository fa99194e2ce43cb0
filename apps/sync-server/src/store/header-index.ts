import { CONFLICTED, IS_CONFLICTED } from './couch-setup.ts'
import type { KeyChange, SortedKeys } from './sorted-keys.ts'

export interface IndexedDatabase {
  /** Differs for a database that was dropped and created anew under the same name. */
  id(): Promise<string>
  changes(options: {
    since: number
    limit: number
    include_docs: true
    conflicts: true
  }): Promise<{ results: readonly IndexedChange[]; last_seq: number }>
}

export interface IndexedChange {
  readonly id: string
  readonly seq: number
  readonly deleted?: boolean
  readonly doc?: { readonly header?: unknown; readonly _conflicts?: readonly string[] }
}

type IndexValue = string | number
export type IndexRow = readonly [value: IndexValue, id: string]

export interface IndexRange {
  readonly field: string
  readonly start: readonly [value: IndexValue, id?: string] | null
  /** All ids of this value are included. */
  readonly end: IndexValue | null
  readonly limit: number
}

export interface HeaderIndex {
  /** Catches up with the database first; a failure there is a failure of the query, never an old answer. */
  query(name: string, database: IndexedDatabase, range: IndexRange): Promise<IndexRow[]>
}

const BATCH = 500
/** Parts the pieces of a key; nothing that may stand in one sorts before it. */
const END = '\u0000'
const AFTER_END = '\u0001'

interface Place {
  readonly id: string
  readonly seq: number
}

/**
 * The header's fields of all documents in order of their values, for the embedded server. PouchDB's own views do this too, but six
 * times slower for one field and again for each further one; their work for a document grows with each value it ever had; and an
 * error while catching up is swallowed, the answer is then simply old.
 */
export function createHeaderIndex(keys: SortedKeys): HeaderIndex {
  const working = new Map<string, Promise<void>>()

  async function catchUp(name: string, database: IndexedDatabase): Promise<void> {
    const id = await database.id()
    let place = await readPlace(keys, name)
    if (place !== null && place.id !== id) {
      await forget(keys, name)
      place = null
    }
    let since = place?.seq ?? 0
    for (let more = true; more;) {
      const { results, last_seq } = await database.changes({ since, limit: BATCH, include_docs: true, conflicts: true })
      more = results.length === BATCH
      if (results.length === 0) return
      since = last_seq
      const changes = await Promise.all(results.map((change) => changesOf(keys, name, change)))
      await keys.apply([
        ...changes.flat(),
        { type: 'put', key: placeKey(name), value: JSON.stringify({ id, seq: since }) },
      ])
    }
  }

  return {
    async query(name, database, range) {
      // One after the other: two at once would both remove the values from before, and each add its own.
      const turn = (working.get(name) ?? Promise.resolve()).then(() => catchUp(name, database))
      const settled = turn.catch(() => undefined)
      working.set(name, settled)
      await turn
      const rows = await keys.range({ ...boundsOf(name, range), limit: range.limit })
      return rows.map(([, row]): IndexRow => JSON.parse(row))
    },
  }
}

async function readPlace(keys: SortedKeys, name: string): Promise<Place | null> {
  const text = await keys.get(placeKey(name))
  return text === null ? null : JSON.parse(text)
}

async function forget(keys: SortedKeys, name: string): Promise<void> {
  const ranges = ['document', 'value'].map((kind) => ({
    gte: `${kind}${END}${name}${END}`,
    lt: `${kind}${END}${name}${AFTER_END}`,
  }))
  const found = await Promise.all(ranges.map((range) => keys.range({ ...range, limit: -1 })))
  const changes = found.flat().map(([key]): KeyChange => ({ type: 'del', key }))
  await keys.apply([...changes, { type: 'del', key: placeKey(name) }])
}

async function changesOf(keys: SortedKeys, name: string, change: IndexedChange): Promise<KeyChange[]> {
  if (change.id.startsWith('_')) return []
  const key = `document${END}${name}${END}${change.id}`
  const before = await keys.get(key)
  const after = change.deleted === true ? '[]' : JSON.stringify(fieldsOf(change.doc))
  if (before === after) return []
  return [
    ...parseFields(before).map(([field, value]): KeyChange => ({
      type: 'del',
      key: valueKey(name, field, value, change.id),
    })),
    ...parseFields(after).map(([field, value]): KeyChange => ({
      type: 'put',
      key: valueKey(name, field, value, change.id),
      value: JSON.stringify([value, change.id]),
    })),
    { type: 'put', key, value: after },
  ]
}

type Field = readonly [name: string, value: IndexValue]

function fieldsOf(doc: IndexedChange['doc']): Field[] {
  const conflicted: Field[] = doc?._conflicts?.length ? [[CONFLICTED, IS_CONFLICTED]] : []
  return [...headerFields(doc?.header), ...conflicted]
}

function headerFields(header: unknown): Field[] {
  if (typeof header !== 'object' || header === null) return []
  return Object.entries(header).flatMap(([name, value]: [string, unknown]): Field[] =>
    typeof value === 'string' || typeof value === 'number' ? [[name, value]] : [],
  )
}

function parseFields(text: string | null): Field[] {
  return text === null ? [] : JSON.parse(text)
}

function placeKey(name: string): string {
  return `place${END}${name}`
}

function valueKey(name: string, field: string, value: IndexValue, id: string): string {
  return `${fieldKey(name, field)}${sortable(value)}${END}${id}`
}

function fieldKey(name: string, field: string): string {
  return `value${END}${name}${END}${field}${END}`
}

function boundsOf(name: string, { field, start, end }: IndexRange): { gte: string; lt: string } {
  const prefix = fieldKey(name, field)
  const [value, id] = start ?? []
  return {
    gte: value === undefined ? prefix : `${prefix}${sortable(value)}${END}${id ?? ''}`,
    lt: end === null ? `${prefix}\u{10ffff}` : `${prefix}${sortable(end)}${AFTER_END}`,
  }
}

/** Text in the order of the values: numbers before strings. */
export function sortable(value: IndexValue): string {
  if (typeof value === 'number') return `n${sortableNumber(value)}`
  return `s${value.replaceAll(AFTER_END, '\u0001\u0002').replaceAll(END, '\u0001\u0001')}`
}

/** The bits of a double sort as the number does once the sign is turned round, and all of a negative one. */
function sortableNumber(value: number): string {
  const bits = new DataView(new ArrayBuffer(8))
  bits.setFloat64(0, value === 0 ? 0 : value)
  const raw = bits.getBigUint64(0)
  const turned = value < 0 ? ~raw : raw | (1n << 63n)
  return BigInt.asUintN(64, turned).toString(16).padStart(16, '0')
}
