import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { JsonObject, OrderId } from '../kernel/index.ts'
import {
  chainFacts,
  emptyOrder,
  mergeOrders,
  startLog,
  type Fact,
  type OrderDocument,
  type Verdict,
} from '../orders/index.ts'
import type { PendingEdit, TerminalStore } from '../sync/index.ts'
import { createTestIds, noteDrafts } from './fact-drafts.ts'

export interface TerminalStoreUnderContract {
  readonly store: TerminalStore
  /** The process ends in order and the same store is opened again. */
  reopen(): Promise<TerminalStore>
  close(): Promise<void>
}

/** What every projection does, whatever keeps it. An adapter's test calls this with a way to open an empty one. */
export function terminalStoreContract(name: string, open: () => Promise<TerminalStoreUnderContract>): void {
  describe(`terminal store contract: ${name}`, () => {
    const ids = createTestIds(11)
    const person = ids.next('person')
    let under: TerminalStoreUnderContract
    let store: TerminalStore

    beforeEach(async () => {
      under = await open()
      store = under.store
    })
    afterEach(() => under.close())

    function facts(order: OrderId, count: number): Fact[] {
      const texts = Array.from({ length: count }, (_, index) => `note ${index}`)
      const log = startLog(ids.next('terminal'), ids.next('incarnation'))
      return chainFacts(log, noteDrafts(ids, order, person, texts)).facts
    }

    function holding(order: OrderId, some: readonly Fact[], verdicts: readonly Verdict[] = []): OrderDocument {
      return {
        ...emptyOrder(order),
        facts: Object.fromEntries(some.map((fact) => [fact.id, fact])),
        verdicts: Object.fromEntries(verdicts.map((verdict) => [verdict.of, verdict])),
      }
    }

    const verdict = (fact: Fact, receivedAt = 1): Verdict => ({
      of: fact.id,
      decision: 'accepted',
      receivedAt,
      epoch: 'epoch1',
    })
    const read = async (order: OrderId) => (await store.readOrders([order]))[0]

    function menuDocument(names: string, extra: JsonObject = {}): JsonObject & { id: string } {
      return {
        id: ids.next('category'),
        kind: 'category',
        v: 1,
        names: { zh: names, en: names },
        sort: 1,
        status: 'active',
        ...extra,
      }
    }

    function pending(document: JsonObject & { id: string }, extra: Partial<PendingEdit> = {}): PendingEdit {
      return {
        id: ids.next('edit'),
        collection: 'menu',
        document: document.id,
        person,
        base: null,
        mine: document,
        sent: false,
        ...extra,
      }
    }

    describe('orders', () => {
      it('unites what comes with what is there', async () => {
        const order = ids.next('order')
        const [a, b] = facts(order, 2)
        if (!a || !b) return
        expect(await store.mergeOrders([holding(order, [a])])).toEqual([order])
        expect(await store.mergeOrders([holding(order, [b], [verdict(a)])])).toEqual([order])
        expect(await read(order)).toEqual(mergeOrders(holding(order, [a]), holding(order, [b], [verdict(a)])))
      })

      it('names the orders that changed, and only those (S10)', async () => {
        const [first, second] = [ids.next('order'), ids.next('order')]
        const [documentA, documentB] = [holding(first, facts(first, 2)), holding(second, facts(second, 1))]
        expect([...(await store.mergeOrders([documentA, documentB]))].toSorted()).toEqual([first, second].toSorted())
        expect(await store.mergeOrders([documentA])).toEqual([])
        expect(await store.mergeOrders([documentA, holding(second, facts(second, 1))])).toEqual([second])
      })

      it('loses nothing when merges come together (S1)', async () => {
        const order = ids.next('order')
        const all = facts(order, 40)
        await Promise.all(all.map((fact) => store.mergeOrders([holding(order, [fact])])))
        expect(Object.keys((await read(order))?.facts ?? {}).toSorted()).toEqual(all.map(({ id }) => id).toSorted())
      })

      it('unites the same order twice in one call', async () => {
        const order = ids.next('order')
        const [a, b] = facts(order, 2)
        if (!a || !b) return
        expect(await store.mergeOrders([holding(order, [a]), holding(order, [b])])).toEqual([order])
        expect(Object.keys((await read(order))?.facts ?? {})).toHaveLength(2)
      })

      it('takes a fact whose opening is not here yet', async () => {
        const order = ids.next('order')
        await store.mergeOrders([holding(order, facts(order, 1))])
        expect(await read(order)).toMatchObject({ id: order, kind: 'order' })
      })

      it('keeps both bodies of one id as evidence', async () => {
        const order = ids.next('order')
        const [fact] = facts(order, 1)
        if (!fact) return
        await store.mergeOrders([holding(order, [fact])])
        await store.mergeOrders([holding(order, [{ ...fact, body: { text: 'another' } }])])
        expect((await read(order))?.rewritten?.[fact.id]).toHaveLength(1)
      })

      it('reads in the order asked, without those that are not there', async () => {
        const orders = [ids.next('order'), ids.next('order'), ids.next('order')] as const
        await store.mergeOrders([holding(orders[0], facts(orders[0], 1)), holding(orders[2], facts(orders[2], 1))])
        expect((await store.readOrders([orders[2], orders[1], orders[0]])).map(({ id }) => id)).toEqual([
          orders[2],
          orders[0],
        ])
        expect(await store.readOrders([])).toEqual([])
      })

      it('lists by id, page by page, and forgets what is removed', async () => {
        const orders = Array.from({ length: 7 }, () => ids.next('order')).toSorted()
        await store.mergeOrders(orders.map((order) => holding(order, facts(order, 1))))
        const first = await store.listOrders(null, 3)
        expect(first.map(({ id }) => id)).toEqual(orders.slice(0, 3))
        expect((await store.listOrders(orders[2] ?? null, 10)).map(({ id }) => id)).toEqual(orders.slice(3))
        await store.removeOrders(orders.slice(0, 2))
        await store.removeOrders([ids.next('order')])
        expect((await store.listOrders(null, 10)).map(({ id }) => id)).toEqual(orders.slice(2))
      })

      it('takes an order again after it was removed', async () => {
        const order = ids.next('order')
        const document = holding(order, facts(order, 1))
        await store.mergeOrders([document])
        await store.removeOrders([order])
        expect(await read(order)).toBeUndefined()
        expect(await store.mergeOrders([document])).toEqual([order])
        expect(await read(order)).toEqual(document)
      })

      it('takes 500 orders in one call', async () => {
        const orders = Array.from({ length: 500 }, () => ids.next('order'))
        expect(await store.mergeOrders(orders.map((order) => holding(order, facts(order, 1))))).toHaveLength(500)
        expect(await store.readOrders(orders)).toHaveLength(500)
      })
    })

    describe('edited documents', () => {
      it('replaces documents whole', async () => {
        const document = menuDocument('汤', { note: 'x' })
        await store.writeDocuments('menu', [document])
        const { note: _gone, ...next } = document
        await store.writeDocuments('menu', [{ ...next, sort: 2 }])
        expect(await store.readDocuments('menu', [document.id])).toEqual([{ ...next, sort: 2 }])
      })

      it('keeps collections apart', async () => {
        const document = menuDocument('面')
        await store.writeDocuments('menu', [document])
        expect(await store.readDocuments('floor', [document.id])).toEqual([])
      })

      it('writes a document and its pending edit in one step, whole', async () => {
        const document = menuDocument('饭')
        const edit = pending(document, {
          sent: true,
          base: menuDocument('旧'),
          later: { mine: { ...document, sort: 9 }, person },
        })
        await store.writeEdited('menu', document, edit)
        expect(await store.readDocuments('menu', [document.id])).toEqual([document])
        expect(await store.pendingEdit('menu', document.id)).toEqual(edit)
        expect(await store.pendingEdits()).toEqual([edit])
      })

      it('clears a pending edit together with the document', async () => {
        const document = menuDocument('茶')
        await store.writeEdited('menu', document, pending(document))
        await store.writeEdited('menu', { ...document, sort: 5 }, null)
        expect(await store.pendingEdit('menu', document.id)).toBeNull()
        expect(await store.pendingEdits()).toEqual([])
        expect(await store.readDocuments('menu', [document.id])).toEqual([{ ...document, sort: 5 }])
      })

      it('keeps a pending edit over a restart', async () => {
        const document = menuDocument('酒')
        const edit = pending(document)
        await store.writeEdited('menu', document, edit)
        store = await under.reopen()
        expect(await store.pendingEdits()).toEqual([edit])
        expect(await store.readDocuments('menu', [document.id])).toEqual([document])
      })

      it('has no edit where there is none', async () => {
        expect(await store.pendingEdit('carts', ids.next('cart'))).toBeNull()
        const document = menuDocument('粥')
        await store.writeDocuments('menu', [document])
        expect(await store.pendingEdit('menu', document.id)).toBeNull()
      })
    })

    describe('state', () => {
      it('keeps any JSON, over a restart too', async () => {
        expect(await store.readState('nothing')).toBeNull()
        const values = [0, false, 'text', [1, { a: null }], { seq: '12-abc', more: [true] }]
        for (const [index, value] of values.entries()) await store.writeState(`key.${index}`, value)
        store = await under.reopen()
        for (const [index, value] of values.entries()) expect(await store.readState(`key.${index}`)).toEqual(value)
      })

      it('replaces a value', async () => {
        await store.writeState('applied', { n: 1 })
        await store.writeState('applied', { n: 2 })
        expect(await store.readState('applied')).toEqual({ n: 2 })
      })
    })

    it('keeps orders over a restart', async () => {
      const order = ids.next('order')
      const document = holding(order, facts(order, 3))
      await store.mergeOrders([document])
      store = await under.reopen()
      expect(await read(order)).toEqual(document)
    })
  })
}
