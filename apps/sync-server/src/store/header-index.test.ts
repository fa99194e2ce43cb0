import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  createHeaderIndex,
  sortable,
  type HeaderIndex,
  type IndexedChange,
  type IndexedDatabase,
} from './header-index.ts'
import { openSortedKeys, type SortedKeys } from './sorted-keys.ts'

let directory: string
let keys: SortedKeys
let index: HeaderIndex
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'orderez-index-'))
  keys = await openSortedKeys(join(directory, 'keys'))
  index = createHeaderIndex(keys)
})
afterEach(async () => {
  await keys.close()
  await rm(directory, { recursive: true })
})

type Header = Readonly<Record<string, string | number>>

/** A change feed, each document once at its newest place, as PouchDB's. */
function database(id = 'first') {
  const feed = new Map<string, IndexedChange>()
  let seq = 0
  let asked = 0
  const source: IndexedDatabase = {
    id: async () => id,
    changes: async ({ since, limit }) => {
      asked += 1
      const results = [...feed.values()].filter((change) => change.seq > since).slice(0, limit)
      return { results, last_seq: results.at(-1)?.seq ?? since }
    },
  }
  const put = (document: string, header: Header | null): void => {
    feed.delete(document)
    seq += 1
    feed.set(document, { id: document, seq, ...(header === null ? { deleted: true } : { doc: { header } }) })
  }
  return { source, put, asked: () => asked }
}

const all = (field: string) => ({ field, start: null, end: null, limit: -1 })

describe('sort keys', () => {
  const compare = (a: string | number, b: string | number): number => {
    if (typeof a !== typeof b) return typeof a === 'number' ? -1 : 1
    if (typeof a === 'string' && typeof b === 'string') return Buffer.compare(Buffer.from(a), Buffer.from(b))
    return Number(a) - Number(b)
  }
  const values = fc.oneof(
    fc.integer(),
    fc.double({ noNaN: true }),
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom('\u0000', '\u0001', '\u0002', 'a') }),
  )

  it('stand in the order of their values', () => {
    fc.assert(
      fc.property(values, values, (a, b) => {
        const keysCompared = Buffer.compare(Buffer.from(`${sortable(a)}\u0000x`), Buffer.from(`${sortable(b)}\u0000x`))
        expect(Math.sign(keysCompared)).toBe(Math.sign(compare(a, b)))
      }),
      { numRuns: 2000 },
    )
  })
})

describe('header index', () => {
  it('answers as a look at every document would, whatever was written before', async () => {
    const header = fc.dictionary(
      fc.constantFrom('a', 'b'),
      fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constantFrom('x', 'xy', '')),
    )
    const write = fc.record({ id: fc.constantFrom('d1', 'd2', 'd3', 'd4'), header: fc.option(header) })
    let run = 0
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(write, { maxLength: 6 }), { maxLength: 4 }), async (rounds) => {
        const name = `db${(run += 1)}`
        const { source, put } = database()
        const model = new Map<string, Header>()
        for (const round of rounds) {
          for (const { id, header: next } of round) {
            put(id, next)
            if (next === null) model.delete(id)
            else model.set(id, next)
          }
          for (const field of ['a', 'b']) {
            const expected = [...model].flatMap(([id, { [field]: value }]) =>
              value === undefined ? [] : [[value, id]],
            )
            const found = await index.query(name, source, all(field))
            expect(found.map(String).sort()).toEqual(expected.map(String).sort())
            expect(found.map(([value, id]) => `${sortable(value)}\u0000${id}`)).toEqual(
              found.map(([value, id]) => `${sortable(value)}\u0000${id}`).toSorted(),
            )
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  it('catches up over many batches, and then only with what is new', async () => {
    const { source, put, asked } = database()
    for (let n = 0; n < 1200; n++) put(`d${n}`, { n })
    expect(await index.query('db', source, all('n'))).toHaveLength(1200)
    expect(asked()).toBe(3)
    put('d5', { n: 9999 })
    expect((await index.query('db', source, all('n'))).at(-1)).toEqual([9999, 'd5'])
    expect(asked()).toBe(4)
  })

  it('keeps databases apart and forgets one that was created anew', async () => {
    const first = database()
    const other = database()
    first.put('a', { n: 1 })
    other.put('b', { n: 2 })
    expect(await index.query('db', first.source, all('n'))).toEqual([[1, 'a']])
    expect(await index.query('db2', other.source, all('n'))).toEqual([[2, 'b']])
    const second = database('second')
    second.put('c', { n: 3 })
    expect(await index.query('db', second.source, all('n'))).toEqual([[3, 'c']])
    expect(await index.query('db2', other.source, all('n'))).toEqual([[2, 'b']])
  })

  it('fails when it cannot catch up, rather than answer with what it had', async () => {
    const { source, put } = database()
    put('a', { n: 1 })
    await index.query('db', source, all('n'))
    const broken = { ...source, changes: () => Promise.reject(new Error('disk')) }
    await expect(index.query('db', broken, all('n'))).rejects.toThrow('disk')
    expect(await index.query('db', source, all('n'))).toEqual([[1, 'a']])
  })

  it('two queries at once do not disturb each other', async () => {
    const { source, put } = database()
    put('a', { n: 1 })
    await index.query('db', source, all('n'))
    put('a', { n: 2 })
    const both = await Promise.all([index.query('db', source, all('n')), index.query('db', source, all('n'))])
    expect(both).toEqual([[[2, 'a']], [[2, 'a']]])
  })
})
