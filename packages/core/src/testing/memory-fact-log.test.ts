import { describe, expect, it } from 'vitest'
import type { FactLog } from '../sync/index.ts'
import { createTestIds, noteDrafts } from './fact-drafts.ts'
import { factLogContract } from './fact-log-contract.ts'
import { createMemoryLogDisk, openMemoryFactLog, type MemoryLogDisk } from './memory-fact-log.ts'

const ids = createTestIds(3)
const terminal = ids.next('terminal')
const [order, person] = [ids.next('order'), ids.next('person')]
const drafts = (...texts: string[]) => noteDrafts(ids, order, person, texts)
const open = (disk: MemoryLogDisk, beforeFlush?: () => Promise<void>): Promise<FactLog> =>
  openMemoryFactLog({
    disk,
    terminal,
    newIncarnation: () => ids.next('incarnation'),
    ...(beforeFlush && { beforeFlush }),
  })

factLogContract('memory', async () => {
  const disk = createMemoryLogDisk()
  const log = await open(disk)
  let latest = log
  return {
    log,
    async reopen() {
      await latest.close()
      return (latest = await open(disk))
    },
    flushes: disk.flushes,
    async tear(unfinished, characters) {
      disk.restore([...disk.image(), unfinished.slice(0, characters)])
      return (latest = await open(disk))
    },
    close: async () => {},
  }
})

describe('a memory log that dies', () => {
  it('loses what was not flushed, and nobody was told that it was saved (S14)', async () => {
    const disk = createMemoryLogDisk()
    let isFull = false
    const log = await open(disk, () => (isFull ? new Promise(() => {}) : Promise.resolve()))
    const saved = await log.append(drafts('a'))
    isFull = true
    let told = false
    void log.append(drafts('b')).then(() => (told = true))
    await Promise.resolve()
    expect(disk.unflushedLength()).toBeGreaterThan(0)
    disk.crash()
    const next = await open(disk)
    expect(await next.read(null, 10)).toEqual(saved)
    expect(next.breaks).toEqual([])
    expect(told).toBe(false)
  })

  it('flushes again for what comes while a flush is under way', async () => {
    const disk = createMemoryLogDisk()
    const flushes: (() => void)[] = []
    let isSlow = false
    const log = await open(disk, () => (isSlow ? new Promise((done) => flushes.push(done)) : Promise.resolve()))
    isSlow = true
    const first = log.append(drafts('a'))
    await Promise.resolve()
    let told = false
    const second = log.append(drafts('b')).then(() => (told = true))
    flushes[0]?.()
    const saved = await first
    expect(await log.tail()).toMatchObject({ n: 1 })
    expect(await log.read(null, 10)).toEqual(saved)
    expect(told).toBe(false)
    await Promise.resolve()
    flushes[1]?.()
    await second
    expect(await log.read(null, 10)).toHaveLength(2)
    expect(disk.unflushedLength()).toBe(0)
  })

  it.each([1, 30, 200])('keeps a prefix when %i characters of the rest arrive', async (kept) => {
    const disk = createMemoryLogDisk()
    let isFull = false
    const log = await open(disk, () => (isFull ? new Promise(() => {}) : Promise.resolve()))
    const saved = await log.append(drafts('a'))
    isFull = true
    void log.append(drafts('b'))
    await Promise.resolve()
    disk.crash(kept)
    const next = await open(disk)
    expect(await next.read(null, 10)).toEqual(saved)
    expect(next.breaks).toEqual(['log.tornTail'])
  })

  it('names a damaged line and keeps what is before it', async () => {
    const disk = createMemoryLogDisk()
    const log = await open(disk)
    const [first] = await log.append(drafts('a', 'b', 'c'))
    await log.close()
    disk.damage(2)
    const next = await open(disk)
    expect(next.breaks).toEqual(['log.corrupt'])
    expect(await next.read(null, 10)).toEqual([first])
  })

  it('rejects every append of a flush that fails, and gives their numbers to the next', async () => {
    const disk = createMemoryLogDisk()
    let fails = false
    const log = await open(disk, () => (fails ? Promise.reject(new Error('disk full')) : Promise.resolve()))
    fails = true
    const outcomes = await Promise.allSettled([log.append(drafts('a')), log.append(drafts('b'))])
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(await log.read(null, 10)).toEqual([])
    fails = false
    expect((await log.append(drafts('c')))[0]?.n).toBe(1)
  })
})
