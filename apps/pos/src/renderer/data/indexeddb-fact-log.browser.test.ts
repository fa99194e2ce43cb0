import { afterEach, describe, expect, it } from 'vitest'
import { createIdSource, type TerminalId } from '@orderez/core/kernel'
import { FACT_VERSION, type FactDraft } from '@orderez/core/orders'
import { factLogContract } from '@orderez/core/testing/fact-log-contract'
import { entropy } from '../platform/browser-ports.ts'
import { openIndexedDbFactLog } from './indexeddb-fact-log.ts'

const ids = createIdSource({ now: () => Date.now(), random: entropy })
const newIncarnation = () => ids.next('incarnation')

function open(terminal: TerminalId, openedBefore = true) {
  return openIndexedDbFactLog({ terminal, newIncarnation, openedBefore })
}

function drafts(count: number): FactDraft[] {
  const [order, person] = [ids.next('order'), ids.next('person')]
  return Array.from({ length: count }, (_, index) => ({
    id: ids.next('fact'),
    v: FACT_VERSION,
    order,
    person,
    at: { ms: Date.now(), tick: index },
    kind: 'noteSet',
    body: { text: `note ${index}` },
  }))
}

factLogContract('IndexedDB', async () => {
  const terminal = ids.next('terminal')
  let log = await open(terminal, false)
  return {
    log,
    async reopen() {
      await log.close()
      log = await open(terminal)
      return log
    },
    close: () => log.close(),
  }
})

describe('fact log in IndexedDB', () => {
  const opened: { close(): Promise<void> }[] = []
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((log) => log.close()))
  })
  const openHere = async (...args: Parameters<typeof open>) => {
    const log = await open(...args)
    opened.push(log)
    return log
  }

  it('writes with strict durability', async () => {
    const asked: (string | undefined)[] = []
    const transaction = IDBDatabase.prototype.transaction
    IDBDatabase.prototype.transaction = function (stores, mode, options) {
      if (mode === 'readwrite') asked.push(options?.durability)
      return transaction.call(this, stores, mode, options)
    }
    try {
      const log = await openHere(ids.next('terminal'), false)
      await log.append(drafts(1))
    } finally {
      IDBDatabase.prototype.transaction = transaction
    }
    expect(asked.length).toBeGreaterThan(0)
    expect(new Set(asked)).toEqual(new Set(['strict']))
  })

  it('shares one transaction among waiting appends', async () => {
    const log = await openHere(ids.next('terminal'), false)
    let writes = 0
    const transaction = IDBDatabase.prototype.transaction
    IDBDatabase.prototype.transaction = function (stores, mode, options) {
      if (mode === 'readwrite') writes += 1
      return transaction.call(this, stores, mode, options)
    }
    try {
      await Promise.all(Array.from({ length: 50 }, () => log.append(drafts(1))))
    } finally {
      IDBDatabase.prototype.transaction = transaction
    }
    expect(await log.read(null, 100)).toHaveLength(50)
    expect(writes).toBeLessThanOrEqual(2)
  })

  it('refuses a draft that cannot be chained, and saves the others that wait with it', async () => {
    const terminal = ids.next('terminal')
    const log = await openHere(terminal, false)
    const ill = drafts(2).map((draft, index) => (index === 1 ? { ...draft, body: { text: '\ud83d' } } : draft))
    const outcomes = await Promise.allSettled([
      log.append(drafts(1)),
      log.append(drafts(2)),
      log.append(ill),
      log.append(drafts(1)),
    ])
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled'])
    expect((await log.read(null, 100)).map((fact) => fact.n)).toEqual([1, 2, 3, 4])
    expect((await openHere(terminal)).breaks).toEqual([])
  })

  it('leaves nothing of a transaction that failed half-way', async () => {
    const terminal = ids.next('terminal')
    const log = await openHere(terminal, false)
    const put = IDBObjectStore.prototype.put
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('no room', 'DataCloneError')
    }
    try {
      await expect(log.append(drafts(2))).rejects.toThrow('no room')
    } finally {
      IDBObjectStore.prototype.put = put
    }
    expect(await log.read(null, 100)).toEqual([])
    expect((await log.append(drafts(1))).map((fact) => fact.n)).toEqual([1])
    expect((await openHere(terminal)).breaks).toEqual([])
  })

  it('keeps one chain when several windows write at once', async () => {
    const terminal = ids.next('terminal')
    const [a, b] = [await openHere(terminal, false), await openHere(terminal)]
    await Promise.all(Array.from({ length: 40 }, (_, index) => (index % 2 === 0 ? a : b).append(drafts(2))))
    const facts = await a.read(null, 1_000)
    expect(facts.map((fact) => fact.n)).toEqual(Array.from({ length: 80 }, (_, index) => index + 1))
    const again = await openHere(terminal)
    expect(again.breaks).toEqual([])
  })

  it('begins a new incarnation when the log was lost, and says so', async () => {
    const log = await openHere(ids.next('terminal'), true)
    expect(log.breaks).toEqual(['log.missing'])
    expect(await log.tail()).toMatchObject({ n: 0 })
  })

  it('begins a new incarnation when the last fact is not what the tail says', async () => {
    const terminal = ids.next('terminal')
    const log = await open(terminal, false)
    const written = await log.append(drafts(3))
    await log.close()
    await overwrite(terminal, [1, 3], { ...written[2], body: { text: 'changed' } })
    const mended = await openHere(terminal)
    expect(mended.breaks).toEqual(['log.corrupt'])
    const [next] = await mended.append(drafts(1))
    expect(next).toMatchObject({ n: 1 })
    expect(next?.incarnation).not.toBe(written[0]?.incarnation)
    expect((await openHere(terminal)).breaks).toEqual([])
  })
})

async function overwrite(terminal: TerminalId, key: readonly number[], value: unknown): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(`orderez-log-${terminal}`)
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error))
  })
  await new Promise((resolve) => {
    const transaction = database.transaction('facts', 'readwrite')
    transaction.objectStore('facts').put(value, [...key])
    transaction.addEventListener('complete', resolve)
  })
  database.close()
}
