import { describe, expect, it } from 'vitest'
import { CONTRACT_COLLECTIONS, documentStoreContract } from './document-store-contract.ts'
import { MemoryDocumentStore, type StoreFault } from './memory-document-store.ts'

documentStoreContract('memory', async () => {
  let store = new MemoryDocumentStore({ collections: CONTRACT_COLLECTIONS })
  const reopen = async (): Promise<MemoryDocumentStore> => {
    const from = store.snapshot()
    await store.close()
    store = new MemoryDocumentStore({ collections: CONTRACT_COLLECTIONS, from })
    return store
  }
  return {
    store,
    reopen,
    recreate: async (collection) => {
      store.recreate(collection)
      return store
    },
    addLoser: async (collection, id, body) => store.addLoser(collection, id, body),
    close: () => store.close(),
  }
})

describe('memory store', () => {
  const write = (id: string) => ({ id, rev: null, body: { id }, header: {} })

  function faulty(): { store: MemoryDocumentStore; next(fault: StoreFault): void } {
    let fault: StoreFault | null = null
    const store = new MemoryDocumentStore({
      collections: CONTRACT_COLLECTIONS,
      fault: () => {
        const now = fault
        fault = null
        return now
      },
    })
    return { store, next: (next) => (fault = next) }
  }

  it('loses an answer after applying all or a part', async () => {
    const { store, next } = faulty()
    next({ kind: 'lostAnswer' })
    expect(await store.write('orders', [write('a')])).toMatchObject([{ outcome: 'unknown' }])
    next({ kind: 'lostAnswer', applied: 1 })
    expect(await store.write('orders', [write('b'), write('c')])).toMatchObject([
      { outcome: 'unknown' },
      { outcome: 'unknown' },
    ])
    expect((await store.read('orders', ['a', 'b', 'c'])).map((document) => document.id)).toEqual(['a', 'b'])
  })

  it('fails, refuses or conflicts without applying anything', async () => {
    const { store, next } = faulty()
    next({ kind: 'unavailable' })
    await expect(store.write('orders', [write('a')])).rejects.toMatchObject({ code: 'store.unavailable' })
    next({ kind: 'refused' })
    expect(await store.write('orders', [write('a')])).toMatchObject([{ outcome: 'refused' }])
    next({ kind: 'conflict' })
    expect(await store.write('orders', [write('a')])).toMatchObject([{ outcome: 'conflict' }])
    next({ kind: 'unavailable' })
    await expect(store.read('orders', ['a'])).rejects.toMatchObject({ code: 'store.unavailable' })
    expect(await store.read('orders', ['a'])).toEqual([])
  })

  it('goes back to a snapshot, and later places are then of the future', async () => {
    const store = new MemoryDocumentStore({ collections: CONTRACT_COLLECTIONS })
    await store.write('orders', [write('a')])
    const backup = store.snapshot()
    const known = await store.seq('orders')
    await store.write('orders', [write('b')])
    const since = await store.seq('orders')
    store.restore(backup)
    expect(await store.read('orders', ['b'])).toEqual([])
    await expect(store.changes('orders', since, 10)).rejects.toMatchObject({ code: 'store.seqUnknown' })
    expect(await store.changes('orders', known, 10)).toMatchObject({ documents: [], more: false })
  })

  it('does not let a body be changed after it was stored', async () => {
    const store = new MemoryDocumentStore({ collections: CONTRACT_COLLECTIONS })
    const body = { lines: [{ n: 1 }] }
    await store.write('orders', [{ ...write('a'), body }])
    expect(() => body.lines.push({ n: 2 })).toThrow(TypeError)
  })
})
