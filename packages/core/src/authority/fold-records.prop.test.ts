import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import {
  canonicalJson,
  type EditId,
  type JsonObject,
  type JsonValue,
  type PersonId,
  type TerminalId,
} from '../kernel/index.ts'
import type { MergePolicy } from '../merge/index.ts'
import type { RecordType } from '../sync/index.ts'
import { foldRecords, type LeafConflict } from './fold-records.ts'
import { bodyOf } from './stored-record.ts'
import { replacedBy, type StoredRecord } from './journal.ts'

const person = 'psn_00000000-0000-7000-8000-000000000001' as PersonId
const terminal = 'trm_00000000-0000-7000-8000-000000000001' as TerminalId

function typeWith(merge: MergePolicy): RecordType {
  return {
    collection: 'menu',
    kind: 'thing',
    schema: z.looseObject({}),
    version: 1,
    migrations: {},
    merge,
    action: null,
    provenOnly: false,
    immutable: false,
    headerOf: () => ({}),
  }
}
const type = typeWith({ 'counts.*': 'sumDelta', gone: () => true })

/** One thing that somebody does to the document. */
const change = fc.oneof(
  fc.record({ field: fc.constantFrom('a', 'b', 'c'), to: fc.nat(3) }),
  fc.record({ field: fc.constant('gone' as const), to: fc.constant(true) }),
  fc.record({ field: fc.constant('names' as const), key: fc.constantFrom('zh', 'en'), to: fc.nat(3) }),
  fc.record({
    field: fc.constant('counts' as const),
    key: fc.constantFrom('x', 'y'),
    add: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record({ field: fc.constant('list' as const), key: fc.constantFrom('e1', 'e2', 'e3'), to: fc.nat(3) }),
)
type Change = typeof change extends fc.Arbitrary<infer C> ? C : never

const START: StoredRecord = {
  document: {
    id: 'thing',
    kind: 'thing',
    v: 1,
    a: 0,
    names: { zh: 0 },
    counts: { x: 5 },
    list: [{ id: 'e1', price: 0 }],
  },
  edits: [],
}

function changed(document: JsonObject, done: Change): JsonObject {
  if (!('key' in done)) return { ...document, [done.field]: done.to }
  if (done.field === 'list') {
    const list = document['list'] as readonly JsonObject[]
    const element = { id: done.key, price: done.to }
    const has = list.some(({ id }) => id === done.key)
    return {
      ...document,
      list: has ? list.map((item) => (item['id'] === done.key ? element : item)) : [...list, element],
    }
  }
  const inner = document[done.field] as Record<string, number>
  const value = 'add' in done ? (inner[done.key] ?? 0) + done.add : done.to
  return { ...document, [done.field]: { ...inner, [done.key]: value } }
}

/** Edits on one server, one a second at odd seconds of its own. */
function grown(from: StoredRecord, changes: readonly Change[], server: number): StoredRecord {
  return changes.reduce<StoredRecord>(({ document, edits }, done, index) => {
    const after = changed(document, done)
    const number = String(server * 100 + index).padStart(12, '0')
    const entry = {
      id: `edt_00000000-0000-7000-8000-${number}` as EditId,
      person,
      terminal,
      at: 1_000 * (index + 1) + server,
      changed: [done.field],
      ...replacedBy(document, after),
    }
    return { document: after, edits: [...edits, entry] }
  }, from)
}

const history = fc.array(change, { minLength: 1, maxLength: 4 })
const leaves = fc
  .tuple(fc.array(change, { maxLength: 3 }), fc.array(history, { minLength: 2, maxLength: 4 }))
  .map(([before, branches]) => {
    const common = grown(START, before, 0)
    return branches.map((changes, index) => grown(common, changes, index + 1)) as [StoredRecord, ...StoredRecord[]]
  })
const text = (value: JsonValue | undefined): string => canonicalJson(value ?? null)
const recordText = (record: StoredRecord): string => text(bodyOf(record))
const said = (conflicts: readonly LeafConflict[]): string[] =>
  conflicts
    .map(({ fields, theirs, mine }) =>
      JSON.stringify([fields.map(({ path, ...readings }) => [path, readings]), theirs?.id, mine?.id]),
    )
    .sort((a, b) => (a < b ? -1 : 1))

describe('A24: the fold of leaves', () => {
  test('does not depend on which of them won, nor on their order', () => {
    fc.assert(
      fc.property(leaves, fc.nat(), (all, seed) => {
        const straight = foldRecords(all, type)
        const turned = all.map((_, index) => all[(index + seed) % all.length]) as typeof all
        for (const order of [turned, turned.toReversed() as typeof all]) {
          const other = foldRecords(order, type)
          expect(recordText(other.record)).toBe(recordText(straight.record))
          expect(said(other.conflicts)).toEqual(said(straight.conflicts))
        }
      }),
    )
  })

  test('takes nothing more from a leaf that it contains: repeated, cut off, or beside the leaf it grew from', () => {
    fc.assert(
      fc.property(leaves, fc.nat(), (all, seed) => {
        const { record } = foldRecords(all, type)
        const left = all.filter((_, index) => (seed >> index) % 2 === 0)
        for (const again of [[record], [record, ...left], [record, ...all], [...all, record]]) {
          const folded = foldRecords(again as typeof all, type)
          expect(recordText(folded.record)).toBe(recordText(record))
          expect(folded.conflicts).toEqual([])
        }
      }),
    )
  })

  test('of two gives what each of them alone had changed, with a base for every conflict that had one', () => {
    let seen = 0
    fc.assert(
      fc.property(fc.array(change, { maxLength: 3 }), history, history, (before, one, two) => {
        const common = grown(START, before, 0)
        const sides = [grown(common, one, 1), grown(common, two, 2)] as const
        const { record, conflicts } = foldRecords([...sides], type)
        for (const name of ['a', 'b', 'c', 'gone']) {
          const values = sides.map(({ document }) => document[name])
          const own = values.filter((value) => text(value) !== text(common.document[name]))
          const [only] = own
          if (own.length === 1) expect(record.document[name]).toEqual(only)
          else expect(values).toContainEqual(record.document[name])
        }
        const counted = ['x', 'y'].map((key) =>
          [common, ...sides].map(({ document }) => (document['counts'] as Record<string, number>)[key] ?? 0),
        )
        for (const [index, [base = 0, left = 0, right = 0]] of counted.entries()) {
          const folded = (record.document['counts'] as Record<string, number>)[index === 0 ? 'x' : 'y'] ?? 0
          expect(folded).toBe(left + right - base)
        }
        seen += conflicts.length
        for (const { fields } of conflicts) {
          for (const { path, base } of fields) {
            const [name = '', key] = path
            const was = common.document[name]
            const there =
              name === 'list' ? (was as readonly JsonObject[]).find(({ id }) => id === key)?.['price'] : undefined
            const value = name === 'list' ? there : key === undefined ? was : (was as JsonObject)[key]
            expect(base).toEqual(value)
          }
        }
      }),
    )
    expect(seen).toBeGreaterThan(10)
  })
})
