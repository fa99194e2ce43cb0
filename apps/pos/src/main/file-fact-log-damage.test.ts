import { copyFile, cp, open, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { digestOf } from '@orderez/core/kernel'
import type { Fact } from '@orderez/core/orders'
import { openLogDisk } from './log-disk.ts'
import { ids, newFolder, notes, openLog, troubledDisk, type TroubledDisk } from './testing/log-under-test.ts'

const terminal = ids.next('terminal')
const texts = (facts: readonly Fact[]) => facts.map((fact) => fact.body['text'])

let folder: string
let disk: TroubledDisk
beforeEach(async () => {
  folder = await newFolder()
  disk = await troubledDisk(folder)
})
afterEach(() => rm(folder, { recursive: true }))

const reopen = () => openLog(disk, terminal, 900)
const logFiles = async () => (await readdir(folder)).filter((name) => name.endsWith('.log')).toSorted()
const damagedFiles = async () => (await readdir(folder)).filter((name) => name.endsWith('.damaged')).toSorted()

async function writeLog(...lots: string[][]): Promise<readonly Fact[]> {
  const log = await reopen()
  for (const lot of lots) await log.append(notes(...lot))
  const facts = await log.read(null, 1_000)
  await log.close()
  return facts
}

/** After any damage: what is kept is the beginning of what was there, it verifies, and the log goes on behind it. */
async function expectPrefix(before: readonly Fact[], kept: number): Promise<void> {
  const log = await reopen()
  expect(await log.read(null, 1_000)).toEqual(before.slice(0, kept))
  expect(log.breaks).toHaveLength(1)
  const tail = await log.tail()
  expect(tail.n).toBe(0)
  const [first] = await log.append(notes('after'))
  const last = before[kept - 1]
  expect(first).toMatchObject({ n: 1, ...(last && { prev: digestOf(last) }) })
  expect(first?.incarnation).not.toBe(before[0]?.incarnation)
  await log.close()
  const again = await reopen()
  expect(again.breaks).toEqual([])
  expect(texts(await again.read(null, 1_000))).toEqual([...texts(before.slice(0, kept)), 'after'])
  await again.close()
}

describe('a write that did not get to its end', () => {
  it('at every byte of the last frames leaves the facts before it, and says so (S14)', async () => {
    const before = await writeLog(['a', 'b', 'c'])
    const [name = ''] = await logFiles()
    const whole = await readFile(join(folder, name))
    const ends = [...whole.keys()].filter((at) => whole[at] === 0x0a).map((at) => at + 1)
    const [, endOfA = 0, endOfB = 0] = ends
    for (let length = endOfA + 1; length < whole.length; length += 1) {
      await rm(folder, { recursive: true })
      disk = await troubledDisk(folder)
      await writeFile(join(folder, name), whole.subarray(0, length))
      if (length === endOfB) continue
      const log = await reopen()
      expect(log.breaks).toEqual(['log.tornTail'])
      expect(texts(await log.read(null, 10))).toEqual(length < endOfB ? ['a'] : ['a', 'b'])
      await log.close()
    }
    await rm(folder, { recursive: true })
    disk = await troubledDisk(folder)
    await writeFile(join(folder, name), whole.subarray(0, whole.length - 9))
    await expectPrefix(before, 2)
  })

  it('may leave zeros, as a file system does after the loss of power', async () => {
    const before = await writeLog(['a'], ['b'])
    const [name = ''] = await logFiles()
    await truncate(join(folder, name), (await readFile(join(folder, name))).length + 4_096)
    const log = await reopen()
    expect(log.breaks).toEqual(['log.tornTail'])
    expect(await log.read(null, 10)).toEqual(before)
    await log.close()
  })

  it('with whole frames that nobody was told of keeps them', async () => {
    await writeLog(['a', 'b', 'c'])
    const [name = ''] = await logFiles()
    const whole = await readFile(join(folder, name))
    const lastFrame = whole.lastIndexOf(0x0a, whole.length - 2) + 1
    await truncate(join(folder, name), lastFrame)
    const log = await reopen()
    expect(log.breaks).toEqual([])
    expect(texts(await log.read(null, 10))).toEqual(['a', 'b'])
    await log.close()
  })
})

describe('damage', () => {
  const lots = Array.from({ length: 12 }, (_, lot) => [`${lot}`])

  it('in any byte of any file keeps the facts before it and begins a new incarnation', async () => {
    const before = await writeLog(...lots)
    const files = await logFiles()
    expect(files.length).toBeGreaterThan(3)
    const original = `${folder}-original`
    await cp(folder, original, { recursive: true })
    let factsBefore = 0
    for (const name of files) {
      const whole = await readFile(join(original, name))
      const ends = [...whole.keys()].filter((at) => whole[at] === 0x0a)
      for (let at = ends[0] ?? 0; at < whole.length; at += 97) {
        await rm(folder, { recursive: true })
        await cp(original, folder, { recursive: true })
        await flip(join(folder, name), at)
        // A damaged end of a line spoils both frames that it parted; the end of the first line belongs to the file's own frame.
        const kept = factsBefore + Math.max(ends.filter((end) => end < at).length - 1, 0)
        if (at > (ends[0] ?? 0)) await expectPrefix(before, kept)
      }
      factsBefore += ends.length - 1
    }
    await rm(original, { recursive: true })
  })

  it('in the middle is called corrupt, and every byte of it stays on the disk', async () => {
    const before = await writeLog(...lots)
    const files = await logFiles()
    const hit = files[1] ?? ''
    const path = join(folder, hit)
    await flip(path, (await readFile(path)).indexOf(0x0a) + 40)
    const damaged = await readFile(path)
    const log = await reopen()
    expect(log.breaks).toEqual(['log.corrupt'])
    const kept = await log.read(null, 100)
    expect(kept).toEqual(before.slice(0, kept.length))
    expect(kept.length).toBeGreaterThan(0)
    expect(await readFile(path)).toEqual(damaged)
    expect(await damagedFiles()).toEqual(files.slice(2).map((name) => `${name}.damaged`))
    const end = kept.at(-1)
    const [next] = await log.append(notes('after'))
    if (end) await log.dropThrough({ incarnation: end.incarnation, n: end.n })
    expect(await log.read(null, 10)).toEqual([next])
    expect(await damagedFiles()).toContain(`${hit}.damaged`)
    await log.close()
  })

  it('of the very first frame loses that file and no other', async () => {
    const before = await writeLog(...lots)
    const [first = ''] = await logFiles()
    const lost = (await readFile(join(folder, first), 'utf8')).trimEnd().split('\n').length - 1
    await flip(join(folder, first), 12)
    const log = await reopen()
    expect(log.breaks).toEqual(['log.corrupt'])
    expect(await log.read(null, 100)).toEqual(before.slice(lost))
    await log.close()
  })

  it('of everything begins afresh, and says so', async () => {
    await writeLog(['a'])
    const [name = ''] = await logFiles()
    await writeFile(join(folder, name), 'nonsense\n')
    const log = await reopen()
    expect(log.breaks).toEqual(['log.corrupt'])
    expect(await log.read(null, 10)).toEqual([])
    expect((await log.append(notes('b')))[0]?.n).toBe(1)
    expect(await damagedFiles()).toEqual([`${name}.damaged`])
    await log.close()
  })

  it('by a missing file in the middle ends the log before it', async () => {
    const before = await writeLog(...lots)
    const files = await logFiles()
    await rm(join(folder, files[1] ?? ''))
    const log = await reopen()
    expect(log.breaks).toEqual(['log.corrupt'])
    const kept = await log.read(null, 100)
    expect(kept).toEqual(before.slice(0, kept.length))
    expect(kept.length).toBeLessThan(before.length)
    await log.close()
  })

  it("by another terminal's file is not taken for this one's", async () => {
    await writeLog(['a'])
    const [name = ''] = await logFiles()
    await copyFile(join(folder, name), join(folder, '00000002.log'))
    const log = await openLog(disk, ids.next('terminal'))
    expect(log.breaks).toEqual(['log.corrupt'])
    expect(await log.read(null, 10)).toEqual([])
    await log.close()
  })

  it('that is being mended when the process dies is mended at the next opening', async () => {
    const before = await writeLog(['a'], ['b'])
    const [name = ''] = await logFiles()
    await truncate(join(folder, name), (await readFile(join(folder, name))).length - 3)
    disk.trouble([{ at: 'replace', code: 'ENOSPC' }])
    await expect(reopen()).rejects.toMatchObject({ code: 'log.full' })
    disk.trouble(null)
    await expectPrefix(before, 1)
  })
})

describe('a disk that fails', () => {
  it.each([
    ['write', 'ENOSPC', 'log.full'],
    ['write', 'EIO', 'log.failed'],
    ['flush', 'EIO', 'log.failed'],
    ['flush', 'EDQUOT', 'log.full'],
  ] as const)('at %s with %s rejects what waits, shows nothing of it and works again', async (at, code, expected) => {
    const log = await reopen()
    const saved = await log.append(notes('a'))
    disk.trouble([{ at, code }])
    const outcomes = await Promise.allSettled([log.append(notes('b', 'c')), log.append(notes('d'))])
    for (const outcome of outcomes) expect(outcome).toMatchObject({ status: 'rejected', reason: { code: expected } })
    expect(await log.read(null, 10)).toEqual(saved)
    expect(await log.tail()).toMatchObject({ n: 1 })
    disk.trouble(null)
    const [e] = await log.append(notes('e'))
    expect(e?.n).toBe(2)
    await log.close()
    const again = await reopen()
    expect(again.breaks).toEqual([])
    expect(texts(await again.read(null, 10))).toEqual(['a', 'e'])
    await again.close()
  })

  it('that cannot even take back half a write is asked again before the next one', async () => {
    const log = await reopen()
    await log.append(notes('a'))
    disk.trouble([
      { at: 'write', code: 'EIO' },
      { at: 'truncate', code: 'EIO' },
    ])
    await expect(log.append(notes('a fact that is much longer than the next one'))).rejects.toMatchObject({
      code: 'log.failed',
    })
    disk.trouble([{ at: 'truncate', code: 'EIO' }])
    await expect(log.append(notes('c'))).rejects.toMatchObject({ code: 'log.failed' })
    disk.trouble(null)
    await log.append(notes('d'))
    await log.close()
    const again = await reopen()
    expect(again.breaks).toEqual([])
    expect(texts(await again.read(null, 10))).toEqual(['a', 'd'])
    await again.close()
  })

  it('when the next file has to begin rejects, and goes on later without a gap', async () => {
    const log = await reopen()
    let saved = 0
    disk.trouble([{ at: 'replace', code: 'ENOSPC' }])
    const failure = await appendUntilItFails(async () => {
      await log.append(notes(String(saved)))
      saved += 1
    })
    expect(failure).toMatchObject({ code: 'log.full' })
    await expect(log.startIncarnation(ids.next('incarnation'))).rejects.toMatchObject({ code: 'log.full' })
    disk.trouble(null)
    const [next] = await log.append(notes('next'))
    expect(next?.n).toBe(saved + 1)
    await log.close()
    const again = await reopen()
    expect(again.breaks).toEqual([])
    expect(await again.read(null, 100)).toHaveLength(saved + 1)
    await again.close()
  })

  it('when facts are to be dropped keeps them', async () => {
    const log = await reopen()
    const [a] = await log.append(notes('a', 'b'))
    disk.trouble([{ at: 'replace', code: 'ENOSPC' }])
    const place = a ? { incarnation: a.incarnation, n: 1 } : { incarnation: ids.next('incarnation'), n: 0 }
    await expect(log.dropThrough(place)).rejects.toMatchObject({ code: 'log.full' })
    expect(await log.read(null, 10)).toHaveLength(2)
    disk.trouble(null)
    await log.dropThrough(place)
    expect(texts(await log.read(null, 10))).toEqual(['b'])
    await log.close()
  })
})

it('leaves no draft of a file that a crash cut short', async () => {
  await writeLog(['a'])
  await writeFile(join(folder, '00000002.log.c0ffee.draft'), 'half')
  const again = await openLog(await openLogDisk(folder), terminal)
  expect(again.breaks).toEqual([])
  expect(await logFiles()).toEqual(await readdir(folder))
  await again.close()
})

describe('dropping', () => {
  it('deletes whole files, and what a mark hides stays hidden', async () => {
    const log = await reopen()
    const facts: Fact[] = []
    for (let lot = 0; lot < 12; lot += 1) facts.push(...(await log.append(notes(String(lot)))))
    const filesBefore = await logFiles()
    const place = { incarnation: facts[0]?.incarnation ?? ids.next('incarnation'), n: 10 }
    await log.dropThrough(place)
    expect((await logFiles()).length).toBeLessThan(filesBefore.length)
    expect(await log.read(null, 100)).toEqual(facts.slice(10))
    await log.dropThrough({ ...place, n: 4 })
    expect(await log.read(null, 100)).toEqual(facts.slice(10))
    await log.dropThrough({ incarnation: ids.next('incarnation'), n: 99 })
    expect(await log.read(null, 100)).toEqual(facts.slice(10))
    await log.close()
    await writeFile(join(folder, 'dropped.json'), '{ spoilt')
    const again = await reopen()
    expect(again.breaks).toEqual([])
    expect((await again.read(null, 100)).at(-1)).toEqual(facts.at(-1))
    await again.close()
  })

  it('begins an incarnation only once', async () => {
    const log = await reopen()
    const first = (await log.tail()).incarnation
    const second = ids.next('incarnation')
    expect(await log.startIncarnation(second)).toEqual(await log.startIncarnation(second))
    await expect(log.startIncarnation(first)).rejects.toMatchObject({ code: 'log.failed' })
    await log.close()
  })
})

async function flip(path: string, at: number): Promise<void> {
  const file = await open(path, 'r+')
  const byte = Buffer.alloc(1)
  await file.read(byte, 0, 1, at)
  byte[0] = (byte[0] ?? 0) ^ 0x11
  await file.write(byte, 0, 1, at)
  await file.close()
}

async function appendUntilItFails(append: () => Promise<void>): Promise<unknown> {
  for (;;) {
    try {
      await append()
    } catch (cause) {
      return cause
    }
  }
}
