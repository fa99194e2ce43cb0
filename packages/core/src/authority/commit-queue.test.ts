import { describe, expect, test } from 'vitest'
import type { OrderId } from '../kernel/index.ts'
import { orderDocumentSchema, type OrderDocument } from '../orders/index.ts'
import { openSite, type AuthoritySite } from '../testing/authority-site.ts'

/** A site whose reads of orders are counted. */
async function openCounted() {
  let reads = 0
  const site = await openSite({
    wrap: (store) => {
      const read: typeof store.read = (name, ids) => {
        if (name === 'orders') reads += 1
        return store.read(name, ids)
      }
      return new Proxy(store, {
        get(target, key) {
          if (key === 'read') return read
          const value: unknown = Reflect.get(target, key)
          return typeof value === 'function' ? value.bind(target) : value
        },
      })
    },
  })
  return {
    site,
    async readsOf(work: () => Promise<unknown>): Promise<number> {
      reads = 0
      await work()
      return reads
    },
  }
}

async function stored(site: AuthoritySite, order: OrderId): Promise<OrderDocument> {
  const [document] = await site.store.read('orders', [order])
  return orderDocumentSchema.parse(document?.body) as OrderDocument
}

describe('what a queue wrote last', () => {
  test('A11: an order in work is read once, and then written to as it was written', async () => {
    const { site, readsOf } = await openCounted()
    const tablet = await site.enrol()
    const order = site.ids.next('order')
    expect(await readsOf(() => tablet.pushed([tablet.open(order)]))).toBe(1)
    expect(await readsOf(() => tablet.pushed([tablet.send(order)]))).toBe(0)
    expect(await readsOf(() => tablet.pushed([tablet.note(order, 'mild')]))).toBe(0)
    expect(Object.keys((await stored(site, order)).facts)).toHaveLength(3)
  })

  test('A11: what another server wrote meanwhile is read, and nothing of it is lost', async () => {
    const { site, readsOf } = await openCounted()
    const tablet = await site.enrol()
    const order = site.ids.next('order')
    await tablet.pushed([tablet.open(order)])
    const [before] = await site.store.read('orders', [order])
    const document = await stored(site, order)
    const other = tablet.note(order, 'from elsewhere')
    const body = { ...document, facts: { ...document.facts, [other.id]: other } }
    const write = { id: order, rev: before?.rev ?? null, header: before?.header ?? {}, body }
    expect(await site.store.write('orders', [write])).toMatchObject([{ outcome: 'stored' }])
    expect(await readsOf(() => tablet.pushed([tablet.note(order, 'mild')]))).toBeGreaterThan(0)
    const texts = Object.values((await stored(site, order)).facts).map(({ body: said }) => said['text'])
    expect(texts).toEqual(expect.arrayContaining(['from elsewhere', 'mild']))
  })

  test('S1: a verdict on what is already there is told from the store, which may have gone back since', async () => {
    const { site } = await openCounted()
    const tablet = await site.enrol()
    const order = site.ids.next('order')
    await tablet.pushed([tablet.open(order)])
    const backup = site.store.snapshot()
    const sent = tablet.send(order)
    await tablet.pushed([sent])
    site.store.restore(backup)
    expect((await stored(site, order)).facts[sent.id]).toBeUndefined()
    await tablet.pushed([sent])
    expect((await stored(site, order)).facts[sent.id]).toEqual(sent)
  })
})
