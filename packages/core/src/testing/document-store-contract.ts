import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { JsonObject } from '../kernel/index.ts'
import type { DocumentStore, DocumentWrite, Seq, StoredDocument } from '../sync/index.ts'

/** What a store under this contract is opened with. */
export const CONTRACT_COLLECTIONS = [
  { name: 'orders', indexes: ['status', 'updatedAt'] },
  { name: 'menu', indexes: [] },
] as const

export interface StoreUnderContract {
  readonly store: DocumentStore
  /** Closes the store and opens it again on the same data. */
  reopen(): Promise<DocumentStore>
  /** Drops a collection, creates it anew and returns a store that knows the new one. */
  recreate(collection: string): Promise<DocumentStore>
  /** Puts a leaf beside the winner, as replication does. */
  addLoser(collection: string, id: string, body: JsonObject): Promise<void>
  close(): Promise<void>
}

/** What every document store does, whatever keeps the documents. An adapter's test calls this with a way to open it. */
export function documentStoreContract(name: string, open: () => Promise<StoreUnderContract>): void {
  describe(`document store contract: ${name}`, () => {
    let under: StoreUnderContract
    let store: DocumentStore
    let numbers = 0

    beforeAll(async () => {
      under = await open()
      store = under.store
    })
    afterAll(() => under.close())

    /** Every case works on ids and values of its own, so that all share one store. */
    const freshId = (): string => `doc_${String((numbers += 1)).padStart(6, '0')}`
    const freshIds = (count: number): string[] => Array.from({ length: count }, freshId)
    const create = (id: string, body: JsonObject = { id }, header = {}): DocumentWrite => ({
      id,
      rev: null,
      body,
      header,
    })

    async function stored(...writes: DocumentWrite[]): Promise<string[]> {
      const outcomes = await store.write('orders', writes)
      return outcomes.map((outcome) => {
        if (outcome.outcome !== 'stored') throw new Error(JSON.stringify(outcome))
        return outcome.rev
      })
    }
    async function readOne(id: string): Promise<StoredDocument> {
      const [document] = await store.read('orders', [id])
      if (!document) throw new Error(`${id} is not there`)
      return document
    }
    const kinds = (outcomes: readonly { outcome: string }[]): string[] => outcomes.map((outcome) => outcome.outcome)
    const idsOf = (documents: readonly StoredDocument[]): string[] => documents.map((document) => document.id)

    describe('read and write', () => {
      it('gives back what was stored', async () => {
        const id = freshId()
        const body = {
          text: '宫保鸡丁 🌶 \u0000 "q" \\ud800',
          n: -1.5,
          zero: 0,
          none: null,
          list: [1, [true]],
          deep: { a: {} },
        }
        const [rev] = await stored(create(id, body, { status: 'open', updatedAt: 12 }))
        expect(await readOne(id)).toEqual({ id, rev, body, header: { status: 'open', updatedAt: 12 }, losers: [] })
      })

      it('reads in the order asked and leaves out what is not there', async () => {
        const [a, b, c] = freshIds(3)
        await stored(create(a!), create(b!))
        expect(idsOf(await store.read('orders', [b!, c!, a!]))).toEqual([b, a])
        expect(await store.read('orders', [])).toEqual([])
      })

      it('finds nothing under what cannot be an id', async () => {
        const id = freshId()
        await stored(create(id))
        expect(idsOf(await store.read('orders', ['', '_design/header-status', 'a\ud800', id]))).toEqual([id])
      })

      it('updates only what the writer has read', async () => {
        const id = freshId()
        const [first] = await stored(create(id, { n: 1 }))
        const [second] = await stored({ ...create(id, { n: 2 }), rev: first! })
        expect(kinds(await store.write('orders', [{ ...create(id, { n: 3 }), rev: first! }]))).toEqual(['conflict'])
        expect(kinds(await store.write('orders', [create(id, { n: 4 })]))).toEqual(['conflict'])
        const now = await readOne(id)
        expect([now.rev, now.body]).toEqual([second, { n: 2 }])
      })

      it('takes a revision of nothing, or one that never was, for a conflict', async () => {
        const [a, b] = freshIds(2)
        const writes = [
          { ...create(a!), rev: '1-00000000000000000000000000000000' },
          { ...create(b!), rev: 'nonsense' },
        ]
        expect(kinds(await store.write('orders', writes))).toEqual(['conflict', 'conflict'])
        expect(await store.read('orders', [a!, b!])).toEqual([])
      })

      it('writes a group of 500, in order', async () => {
        const ids = freshIds(500)
        const revs = await stored(...ids.map((id, n) => create(id, { n, text: 'x'.repeat(500) })))
        const back = await store.read('orders', ids)
        expect(back.map((document) => [document.id, document.rev, document.body['n']])).toEqual(
          ids.map((id, n) => [id, revs[n], n]),
        )
      })

      it('answers an empty group', async () => {
        expect(await store.write('orders', [])).toEqual([])
      })

      it('does the first of two writes of one id, the second is a conflict', async () => {
        const id = freshId()
        expect(kinds(await store.write('orders', [create(id, { n: 1 }), create(id, { n: 2 })]))).toEqual([
          'stored',
          'conflict',
        ])
        expect((await readOne(id)).body).toEqual({ n: 1 })
      })

      it('keeps collections apart', async () => {
        const id = freshId()
        await stored(create(id))
        expect(await store.read('menu', [id])).toEqual([])
      })

      it('says that a collection is not set up', async () => {
        await expect(store.read('nowhere', ['a'])).rejects.toMatchObject({ code: 'store.misconfigured' })
      })
    })

    describe('what cannot be stored', () => {
      const bad: [why: string, body: JsonObject][] = [
        ['a lone high surrogate', { note: 'a\ud800b' }],
        ['a lone low surrogate deep inside', { list: [{ note: ['\udc00'] }] }],
        ['a lone surrogate in a key', { 'k\ud83d': 1 }],
        ['a key that would set a prototype', { facts: JSON.parse('{"__proto__": {"a": 1}}') as JsonObject }],
      ]
      it.each(bad)('%s is refused, alone', async (_, body) => {
        const [a, b, c] = freshIds(3)
        const outcomes = await store.write('orders', [create(a!), create(b!, body), create(c!)])
        expect(kinds(outcomes)).toEqual(['stored', 'refused', 'stored'])
        expect(idsOf(await store.read('orders', [a!, b!, c!]))).toEqual([a, c])
      })

      it.each(['', '_design/x', '_local/x', '_x', 'a\nb', 'a\ud800'])('the id %j is refused', async (id) => {
        const good = freshId()
        expect(kinds(await store.write('orders', [create(id), create(good)]))).toEqual(['refused', 'stored'])
      })

      it('one bad document in 500 leaves 499 stored', async () => {
        const ids = freshIds(500)
        const outcomes = await store.write(
          'orders',
          ids.map((id, n) => create(id, { note: n === 317 ? '\udfff' : 'fine' })),
        )
        expect(outcomes.filter((outcome) => outcome.outcome === 'stored')).toHaveLength(499)
        expect(outcomes[317]?.outcome).toBe('refused')
      })

      it('text that only looks like a lone surrogate is fine', async () => {
        const id = freshId()
        await stored(create(id, { note: '\\ud800 __proto__ 😀' }))
        expect((await readOne(id)).body).toEqual({ note: '\\ud800 __proto__ 😀' })
      })
    })

    describe('changes', () => {
      it('come oldest first, each document once as it is now', async () => {
        const since = await store.seq('orders')
        const [a, b, c] = freshIds(3)
        const [rev] = await stored(create(a!, { n: 1 }), create(b!), create(c!))
        await stored({ ...create(a!, { n: 2 }), rev: rev! })
        const page = await store.changes('orders', since, 100)
        expect(idsOf(page.documents)).toEqual([b, c, a])
        expect(page.documents[2]?.body).toEqual({ n: 2 })
        expect(page.more).toBe(false)
        expect(await store.changes('orders', page.seq, 100)).toMatchObject({ documents: [], more: false })
      })

      it('resume where a page ended, without loss or repetition', async () => {
        const since = await store.seq('orders')
        const ids = freshIds(10)
        for (const id of ids) await stored(create(id))
        const seen: string[] = []
        let place: Seq = since
        let pages = 0
        for (let more = true; more; pages++) {
          const page = await store.changes('orders', place, 4)
          seen.push(...idsOf(page.documents))
          expect(page.documents.length).toBeLessThanOrEqual(4)
          ;({ seq: place, more } = page)
        }
        expect(seen).toEqual(ids)
        expect(pages).toBe(3)
      })

      it('say "no more" when a page ends with the last change', async () => {
        const since = await store.seq('orders')
        await stored(...freshIds(4).map((id) => create(id)))
        expect(await store.changes('orders', since, 4)).toMatchObject({ more: false })
      })

      it('begin at the beginning without a place', async () => {
        const id = freshId()
        await stored(create(id))
        const seen: string[] = []
        let place: Seq | null = null
        for (let more = true; more;) {
          const page: { documents: readonly StoredDocument[]; seq: Seq; more: boolean } = await store.changes(
            'orders',
            place,
            400,
          )
          seen.push(...idsOf(page.documents))
          ;({ seq: place, more } = page)
        }
        expect(seen.at(-1)).toBe(id)
        expect(new Set(seen).size).toBe(seen.length)
        expect(idsOf((await store.changes('menu', null, 10)).documents)).toEqual([])
      })

      it.each(['', 'nonsense', '0', '999999'])('the place %j is unknown', async (since) => {
        await expect(store.changes('orders', since, 10)).rejects.toMatchObject({ code: 'store.seqUnknown' })
      })

      it('a place ahead of the newest change is unknown', async () => {
        const future = (await store.seq('orders')).replace(/\.\d+/, '.99999999')
        await expect(store.changes('orders', future, 10)).rejects.toMatchObject({ code: 'store.seqUnknown' })
      })

      it('a place in another collection is unknown', async () => {
        const elsewhere = (await store.seq('menu')).replace(/\.\d+/, '.99999999')
        await expect(store.changes('orders', elsewhere, 10)).rejects.toMatchObject({ code: 'store.seqUnknown' })
      })
    })

    describe('conflicts that replication brings', () => {
      it('show as losers beside the winner, in every way to read', async () => {
        const id = freshId()
        const since = await store.seq('orders')
        await stored(create(id, { who: 'us' }, { status: `losers-${id}` }))
        await under.addLoser('orders', id, { who: 'them' })
        const query = { field: 'status', from: `losers-${id}`, to: `losers-${id}`, limit: 5 }
        const ways = [
          await readOne(id),
          (await store.changes('orders', since, 10)).documents.at(-1),
          (await store.find('orders', query)).documents[0],
          (await store.list('orders', `${id.slice(0, -1)}!`, 50)).find((document) => document.id === id),
        ]
        for (const document of ways) {
          const bodies = [document?.body['who'], ...(document?.losers ?? []).map((loser) => loser.body['who'])]
          expect(bodies).toHaveLength(2)
          expect(new Set(bodies)).toEqual(new Set(['them', 'us']))
        }
      })

      it('are deleted by a write that names them, and only when it is stored', async () => {
        const id = freshId()
        await stored(create(id, { n: 1 }))
        await under.addLoser('orders', id, { n: 2 })
        await under.addLoser('orders', id, { n: 3 })
        const before = await readOne(id)
        const removes = before.losers.map((loser) => loser.rev)
        expect(removes).toHaveLength(2)

        const stale = { ...create(id, { n: 0 }), rev: '1-00000000000000000000000000000000', removes }
        expect(kinds(await store.write('orders', [stale]))).toEqual(['conflict'])
        expect((await readOne(id)).losers).toHaveLength(2)

        await stored({ ...create(id, { merged: true }), rev: before.rev, removes })
        expect(await readOne(id)).toMatchObject({ body: { merged: true }, losers: [] })
      })
    })

    describe('leaves that are to be folded', () => {
      const conflicts = async (): Promise<string[]> => {
        const ids: string[] = []
        for (let bookmark: string | undefined | null; bookmark !== null;) {
          const page = await store.conflicted('menu', 2, bookmark)
          expect(page.documents.length).toBeLessThanOrEqual(2)
          expect(page.documents.every(({ losers }) => losers.length > 0)).toBe(true)
          ids.push(...idsOf(page.documents))
          bookmark = page.bookmark
        }
        return ids
      }

      it('are listed by id in pages as long as they are there, whatever brought or removed them', async () => {
        const ids = freshIds(6)
        await store.write(
          'menu',
          ids.map((id) => create(id)),
        )
        expect(await conflicts()).toEqual([])
        for (const id of ids.slice(1).toReversed()) await under.addLoser('menu', id, { id, other: true })
        expect(await conflicts()).toEqual(ids.slice(1))

        const [written, removed] = await store.read('menu', [ids[2]!, ids[4]!])
        const removes = written!.losers.map(({ rev }) => rev)
        await store.write('menu', [{ ...create(ids[2]!, { both: true }), rev: written!.rev, removes }])
        await store.removeLeaves('menu', [{ id: ids[4]!, revs: removed!.losers.map(({ rev }) => rev) }])
        expect(await conflicts()).toEqual([ids[1], ids[3], ids[5]])
        const rest = await store.read('menu', [ids[1]!, ids[3]!, ids[5]!])
        await store.removeLeaves(
          'menu',
          rest.map(({ id, losers }) => ({ id, revs: losers.map(({ rev }) => rev) })),
        )
        expect(await conflicts()).toEqual([])
      })

      it('go without a write: the winner stays as it is, and what is no leaf any more is left alone', async () => {
        const id = freshId()
        const [first] = await stored(create(id, { n: 1 }))
        const [second] = await stored({ ...create(id, { n: 2 }), rev: first! })
        await under.addLoser('orders', id, { n: 3 })
        const revs = (await readOne(id)).losers.map(({ rev }) => rev)
        const nowhere = { id: freshId(), revs: ['1-00000000000000000000000000000000'] }
        await store.removeLeaves('orders', [{ id, revs: [...revs, first!] }, nowhere])
        await store.removeLeaves('orders', [{ id, revs }])
        await store.removeLeaves('orders', [])
        expect(await readOne(id)).toMatchObject({ rev: second, body: { n: 2 }, losers: [] })
        expect(await store.read('orders', [nowhere.id])).toEqual([])
      })

      it('take a write that names a losing leaf: it grows, and both are there', async () => {
        const id = freshId()
        const [first] = await stored(create(id, { n: 1 }))
        await stored({ ...create(id, { n: 2 }), rev: first! })
        await under.addLoser('orders', id, { n: 3 })
        const [loser] = (await readOne(id)).losers
        await stored({ ...create(id, { n: 4 }), rev: loser!.rev })
        const { body, losers } = await readOne(id)
        expect(new Set([body['n'], ...losers.map((leaf) => leaf.body['n'])])).toEqual(new Set([2, 4]))
      })

      it('become the same revision on whichever server the same body is written', async () => {
        const [a, b] = freshIds(2)
        const revs = await stored(create(a!, { n: 1 }), create(b!, { n: 1 }))
        const [again] = await store.write('menu', [create(a!, { n: 1 })])
        expect(again).toEqual({ outcome: 'stored', rev: revs[0] })
      })
    })

    describe('find', () => {
      it('pages through an index of text, ascending by value and then id', async () => {
        const ids = freshIds(9)
        await stored(...ids.map((id, n) => create(id, { n }, { status: `find-${n % 3}`, updatedAt: n })))
        const seen: [unknown, string][] = []
        let bookmark: string | undefined
        let pages = 0
        do {
          const query = { field: 'status', from: 'find-0', to: 'find-2', limit: 2 }
          const page = await store.find('orders', bookmark === undefined ? query : { ...query, bookmark })
          expect(page.documents.length).toBeLessThanOrEqual(2)
          seen.push(...page.documents.map((document): [unknown, string] => [document.header['status'], document.id]))
          bookmark = page.bookmark ?? undefined
          pages += 1
        } while (bookmark !== undefined)
        expect(seen).toEqual([0, 1, 2].flatMap((k) => ids.filter((_, n) => n % 3 === k).map((id) => [`find-${k}`, id])))
        expect(pages).toBe(5)
      })

      it('finds a range of numbers, both ends included, and follows updates', async () => {
        const base = 5_000_000_000_000
        const [a, b, c] = freshIds(3)
        const [rev] = await stored(
          create(a!, {}, { updatedAt: base + 9 }),
          create(b!, {}, { updatedAt: base + 10 }),
          create(c!, {}, { updatedAt: base + 100 }),
        )
        const query = { field: 'updatedAt', from: base + 9, to: base + 100, limit: 10 }
        expect(idsOf((await store.find('orders', query)).documents)).toEqual([a, b, c])
        await stored({ ...create(a!, {}, { updatedAt: base + 50 }), rev: rev! })
        expect(await store.find('orders', { ...query, to: base + 99 })).toMatchObject({ bookmark: null })
        expect(idsOf((await store.find('orders', { ...query, to: base + 99 })).documents)).toEqual([b, a])
      })

      it('leaves out documents without the field', async () => {
        const id = freshId()
        await stored(create(id, {}, { updatedAt: 1 }))
        const { documents } = await store.find('orders', { field: 'status', limit: 1000 })
        expect(idsOf(documents)).not.toContain(id)
      })

      it('says that a field has no index, and that a bookmark is none', async () => {
        await expect(store.find('orders', { field: 'other', limit: 1 })).rejects.toMatchObject({
          code: 'store.misconfigured',
        })
        const query = { field: 'status', limit: 1, bookmark: 'nonsense' }
        await expect(store.find('orders', query)).rejects.toMatchObject({ code: 'store.seqUnknown' })
      })
    })

    it('lists by id in pages', async () => {
      const ids = freshIds(7).map((id) => `list_${id}`)
      await stored(...ids.toReversed().map((id) => create(id)))
      const first = idsOf(await store.list('orders', 'list_', 3))
      const second = idsOf(await store.list('orders', first.at(-1)!, 3))
      const third = idsOf(await store.list('orders', second.at(-1)!, 3))
      expect([...first, ...second, ...third]).toEqual(ids)
      expect(await store.list('orders', null, 2)).toHaveLength(2)
      expect(idsOf(await store.list('orders', null, 5000)).filter((id) => id.startsWith('_'))).toEqual([])
    })

    describe('attachments', () => {
      const freshName = () => `${String((numbers += 1)).padStart(64, '0')}.webp`
      const bytesOf = (length: number) => Uint8Array.from({ length }, (_, index) => (index * 7) % 256)

      it('gives back every byte, and nothing under another name', async () => {
        const [empty, long] = [freshName(), freshName()]
        await store.attach('menu', [
          { name: empty, type: 'image/webp', bytes: new Uint8Array(0) },
          { name: long, type: 'image/png', bytes: bytesOf(900_000) },
        ])
        expect(await store.attachment('menu', empty)).toEqual({
          name: empty,
          type: 'image/webp',
          bytes: new Uint8Array(0),
        })
        const found = await store.attachment('menu', long)
        expect([found?.type, found?.bytes.length]).toEqual(['image/png', 900_000])
        expect(Buffer.compare(found?.bytes ?? bytesOf(0), bytesOf(900_000))).toBe(0)
        expect(await store.attachment('menu', freshName())).toBeNull()
        expect(await store.attachment('orders', long)).toBeNull()
      })

      it('keeps what is there when a name comes again, beside others that are new', async () => {
        const [old, fresh] = [freshName(), freshName()]
        await store.attach('menu', [{ name: old, type: 'image/webp', bytes: bytesOf(10) }])
        await store.attach('menu', [
          { name: old, type: 'image/png', bytes: bytesOf(20) },
          { name: fresh, type: 'image/webp', bytes: bytesOf(30) },
        ])
        const lengths = [await store.attachment('menu', old), await store.attachment('menu', fresh)]
        expect(lengths.map((found) => found?.bytes.length)).toEqual([10, 30])
      })

      it('writes 300 in one call, and none', async () => {
        const many = Array.from({ length: 300 }, (_, n) => ({
          name: freshName(),
          type: 'image/svg+xml',
          bytes: bytesOf(n),
        }))
        await store.attach('menu', many)
        await store.attach('menu', [])
        const back = await Promise.all(many.map(({ name }) => store.attachment('menu', name)))
        expect(back.map((found) => found?.bytes.length)).toEqual(many.map(({ bytes }) => bytes.length))
      })
    })

    describe('watch', () => {
      const within = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

      it('signals own writes and what replication brings, of that collection only, until stopped', async () => {
        const id = freshId()
        let orders = 0
        let menu = 0
        const by: string[] = []
        const stopOrders = store.watch('orders', (whose) => {
          orders += 1
          by.push(whose)
        })
        const stopMenu = store.watch('menu', () => (menu += 1))
        await within(300)
        await stored(create(id))
        await expect.poll(() => orders, { timeout: 5000 }).toBeGreaterThan(0)
        await within(700)
        expect(by).not.toContain('others')
        const beforeForeign = orders
        await under.addLoser('orders', id, { other: true })
        await expect.poll(() => orders, { timeout: 5000 }).toBeGreaterThan(beforeForeign)
        expect(by.at(-1)).toBe('others')
        // Right behind an own write, where the feed shows both in one.
        const both = orders
        await stored(create(freshId()))
        await under.addLoser('orders', id, { another: true })
        await expect.poll(() => orders, { timeout: 5000 }).toBeGreaterThan(both + 1)
        expect(menu).toBe(0)
        stopOrders()
        stopMenu()
        await within(300)
        const before = orders
        await stored(create(freshId()))
        await within(700)
        expect(orders).toBe(before)
      })
    })

    describe('across an end', () => {
      it('keeps what was stored, its revisions and its places when opened again', async () => {
        const [a, b] = freshIds(2)
        const since = await store.seq('orders')
        const [rev] = await stored(create(a!, { n: 1 }, { status: `reopened-${a}` }))
        const closed = store
        store = await under.reopen()
        await expect(closed.read('orders', [a!])).rejects.toMatchObject({ code: 'store.unavailable' })
        expect(await readOne(a!)).toMatchObject({ rev, body: { n: 1 } })
        await stored({ ...create(a!, { n: 2 }), rev: rev! }, create(b!))
        expect(idsOf((await store.changes('orders', since, 10)).documents)).toEqual([a, b])
      })

      it('knows no place of a collection that was dropped and created anew', async () => {
        await store.write('menu', [create('before')])
        const since = await store.seq('menu')
        store = await under.recreate('menu')
        await expect(store.changes('menu', since, 10)).rejects.toMatchObject({ code: 'store.seqUnknown' })
        await store.write('menu', [create('after'), create('later')])
        await expect(store.changes('menu', since, 10)).rejects.toMatchObject({ code: 'store.seqUnknown' })
        expect(idsOf((await store.changes('menu', null, 10)).documents)).toEqual(['after', 'later'])
      })
    })
  })
}
