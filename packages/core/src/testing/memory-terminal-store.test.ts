import { describe, expect, it } from 'vitest'
import { emptyOrder } from '../orders/index.ts'
import { createTestIds } from './fact-drafts.ts'
import { createMemoryStoreDisk, openMemoryTerminalStore } from './memory-terminal-store.ts'
import { terminalStoreContract } from './terminal-store-contract.ts'

terminalStoreContract('memory', async () => {
  const disk = createMemoryStoreDisk()
  return {
    store: openMemoryTerminalStore({ disk }),
    reopen: async () => openMemoryTerminalStore({ disk }),
    close: async () => {},
  }
})

describe('a memory store that dies', () => {
  const ids = createTestIds(5)

  it('loses relaxed writes from the last on, never one in between', async () => {
    const disk = createMemoryStoreDisk()
    const store = openMemoryTerminalStore({ disk })
    for (const key of ['a', 'b', 'c']) await store.writeState(key, key)
    disk.crash(2)
    const next = openMemoryTerminalStore({ disk })
    expect([await next.readState('a'), await next.readState('b'), await next.readState('c')]).toEqual(['a', 'b', null])
  })

  it('keeps what was strict, and all before it', async () => {
    const disk = createMemoryStoreDisk()
    const store = openMemoryTerminalStore({ disk })
    const [order, document] = [ids.next('order'), { id: ids.next('category'), kind: 'category' }]
    await store.mergeOrders([emptyOrder(order)])
    await store.writeEdited('menu', document, null)
    disk.crash()
    const next = openMemoryTerminalStore({ disk })
    expect(await next.readOrders([order])).toHaveLength(1)
    expect(await next.readDocuments('menu', [document.id])).toEqual([document])
  })

  it('goes back to an image, and is empty after a wipe', async () => {
    const disk = createMemoryStoreDisk()
    const store = openMemoryTerminalStore({ disk })
    await store.writeState('a', 1)
    const image = disk.image()
    await store.writeState('a', 2)
    disk.restore(image)
    expect(await openMemoryTerminalStore({ disk }).readState('a')).toBe(1)
    disk.wipe()
    expect(await openMemoryTerminalStore({ disk }).readState('a')).toBeNull()
  })
})
