import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { digestOf, type IncarnationId } from '../kernel/index.ts'
import type { Fact } from '../orders/index.ts'
import type { FactLog } from '../sync/index.ts'
import { createTestIds, noteDrafts } from './fact-drafts.ts'

export interface LogUnderContract {
  readonly log: FactLog
  /** The process ends in order and the same log is opened again. */
  reopen(): Promise<FactLog>
  /** How many times the log has made something durable since it was opened; absent where the platform cannot tell. */
  flushes?(): number
  /** The process dies, `characters` of what it had begun to write behind the last flush are left, and the log is opened again; absent where no test can do that. */
  tear?(unfinished: string, characters: number): Promise<FactLog>
  close(): Promise<void>
}

/** What every fact log does, whatever keeps the facts. An adapter's test calls this with a way to open an empty one. */
export function factLogContract(name: string, open: () => Promise<LogUnderContract>): void {
  describe(`fact log contract: ${name}`, () => {
    const ids = createTestIds(7)
    const [order, person] = [ids.next('order'), ids.next('person')]
    const drafts = (...texts: string[]) => noteDrafts(ids, order, person, texts)
    let under: LogUnderContract
    let log: FactLog

    beforeEach(async () => {
      under = await open()
      log = under.log
    })
    afterEach(() => under.close())

    const all = () => log.read(null, 10_000)
    const texts = (facts: readonly Fact[]) => facts.map((fact) => fact.body['text'])

    /** S12: numbers run on without a gap and each fact carries the hash of the one before. */
    function expectChained(facts: readonly Fact[]): void {
      for (const [index, fact] of facts.entries()) {
        const before = facts[index - 1]
        if (!before) continue
        expect(fact.prev).toBe(digestOf(before))
        expect(fact.n).toBe(fact.incarnation === before.incarnation ? before.n + 1 : 1)
      }
    }

    it('begins empty, at number 0 of an incarnation', async () => {
      expect(await all()).toEqual([])
      expect(await log.tail()).toMatchObject({ n: 0 })
      expect(log.breaks).toEqual([])
    })

    it('numbers and links drafts in the step that saves them', async () => {
      const facts = await log.append(drafts('a', 'b', 'c'))
      expect(facts.map((fact) => fact.n)).toEqual([1, 2, 3])
      expect(texts(facts)).toEqual(['a', 'b', 'c'])
      expectChained(facts)
      const last = facts.at(-1)
      expect(await log.tail()).toMatchObject({ n: 3, hash: last && digestOf(last), incarnation: last?.incarnation })
      expect(await all()).toEqual(facts)
    })

    it('keeps everything of a draft', async () => {
      const [draft] = drafts('宫保鸡丁 🌶️ "quoted"\nsecond line')
      const [fact] = await log.append(draft ? [draft] : [])
      expect(fact).toMatchObject({ ...draft })
      expect((await all())[0]).toEqual(fact)
    })

    it('gives no number twice and leaves none out when appends come together (S14)', async () => {
      const lots = await Promise.all(Array.from({ length: 60 }, (_, lot) => log.append(drafts(`${lot}.1`, `${lot}.2`))))
      const facts = await all()
      expect(facts.map((fact) => fact.n)).toEqual(Array.from({ length: 120 }, (_, index) => index + 1))
      expectChained(facts)
      for (const lot of lots) expect(lot[1]?.n).toBe((lot[0]?.n ?? 0) + 1)
      expect(new Set(facts.map((fact) => fact.id)).size).toBe(120)
    })

    it('flushes once for everything that waits', async () => {
      await log.append(drafts('first'))
      const before = under.flushes?.() ?? 0
      await Promise.all(Array.from({ length: 40 }, (_, lot) => log.append(drafts(`lot ${lot}`))))
      expect(await all()).toHaveLength(41)
      // Where flushes can be counted: the first append goes at once, those that came meanwhile share the next.
      const counted = under.flushes?.() ?? 0
      expect(counted - before).toBeLessThanOrEqual(4)
    })

    it('appends nothing when there is nothing to append', async () => {
      expect(await log.append([])).toEqual([])
      expect(await log.tail()).toMatchObject({ n: 0 })
    })

    it('reads behind a place, as many as wanted', async () => {
      const facts = await log.append(drafts('a', 'b', 'c', 'd'))
      const at = (n: number) => ({ incarnation: facts[0]?.incarnation ?? ('' as IncarnationId), n })
      expect(texts(await log.read(at(1), 2))).toEqual(['b', 'c'])
      expect(texts(await log.read(at(0), 10))).toEqual(['a', 'b', 'c', 'd'])
      expect(await log.read(at(4), 10)).toEqual([])
      expect(await log.read(at(99), 10)).toEqual([])
      expect(texts(await log.read({ incarnation: ids.next('incarnation'), n: 2 }, 10))).toEqual(['a', 'b', 'c', 'd'])
    })

    it('goes on where it was after a restart', async () => {
      await log.append(drafts('a', 'b'))
      const tail = await log.tail()
      log = await under.reopen()
      expect(log.breaks).toEqual([])
      expect(await log.tail()).toEqual(tail)
      await log.append(drafts('c'))
      expect(texts(await all())).toEqual(['a', 'b', 'c'])
      expectChained(await all())
    })

    it('keeps its incarnation over a restart even when it is empty', async () => {
      const tail = await log.tail()
      log = await under.reopen()
      expect(await log.tail()).toEqual(tail)
    })

    it('begins a new incarnation at 1, linked to the old tail', async () => {
      const old = await log.append(drafts('a', 'b'))
      const incarnation = ids.next('incarnation')
      const tail = await log.startIncarnation(incarnation)
      expect(tail).toMatchObject({ incarnation, n: 0 })
      expect(await log.tail()).toEqual(tail)
      const [first] = await log.append(drafts('c'))
      expect(first).toMatchObject({ incarnation, n: 1 })
      expectChained(await all())
      const last = old.at(-1)
      expect(texts(await log.read(last ? { incarnation: last.incarnation, n: last.n } : null, 10))).toEqual(['c'])
      log = await under.reopen()
      expect(await log.tail()).toMatchObject({ incarnation, n: 1 })
      expect(texts(await all())).toEqual(['a', 'b', 'c'])
    })

    it('remembers an incarnation that has no fact yet', async () => {
      await log.append(drafts('a'))
      const incarnation = ids.next('incarnation')
      const tail = await log.startIncarnation(incarnation)
      log = await under.reopen()
      expect(await log.tail()).toEqual(tail)
      const [fact] = await log.append(drafts('b'))
      expect(fact).toMatchObject({ incarnation, n: 1, prev: tail.hash })
    })

    it('gives facts that are appended while an incarnation begins to one or the other, without a gap', async () => {
      const incarnation = ids.next('incarnation')
      await Promise.all([log.append(drafts('a')), log.startIncarnation(incarnation), log.append(drafts('b'))])
      expectChained(await all())
      expect(
        texts(await all())
          .map(String)
          .toSorted(),
      ).toEqual(['a', 'b'])
    })

    it('drops the beginning, keeps the rest and the tail', async () => {
      const facts = await log.append(drafts('a', 'b', 'c'))
      const at = (n: number) => ({ incarnation: facts[0]?.incarnation ?? ('' as IncarnationId), n })
      await log.dropThrough(at(2))
      expect(texts(await all())).toEqual(['c'])
      expect(texts(await log.read(at(1), 10))).toEqual(['c'])
      const tail = await log.tail()
      log = await under.reopen()
      expect(log.breaks).toEqual([])
      expect(await log.tail()).toEqual(tail)
      expect(texts(await all())).toEqual(['c'])
      const [next] = await log.append(drafts('d'))
      expect(next).toMatchObject({ n: 4, prev: tail.hash })
    })

    it('knows its tail after everything was dropped', async () => {
      const facts = await log.append(drafts('a', 'b'))
      const last = facts.at(-1)
      if (last) await log.dropThrough({ incarnation: last.incarnation, n: last.n })
      expect(await all()).toEqual([])
      log = await under.reopen()
      expect(await log.tail()).toMatchObject({ n: 2, hash: last && digestOf(last) })
      expect(log.breaks).toEqual([])
      const [next] = await log.append(drafts('c'))
      expect(next).toMatchObject({ n: 3, prev: last && digestOf(last) })
    })

    it('drops an older incarnation whole', async () => {
      await log.append(drafts('a', 'b'))
      await log.startIncarnation(ids.next('incarnation'))
      const [c] = await log.append(drafts('c', 'd'))
      if (c) await log.dropThrough({ incarnation: c.incarnation, n: c.n })
      expect(texts(await all())).toEqual(['d'])
      log = await under.reopen()
      expect(texts(await all())).toEqual(['d'])
      expect(await log.tail()).toMatchObject({ n: 2 })
    })

    it('drops a torn end, says so, and begins a new incarnation', async () => {
      if (!under.tear) return
      const facts = await log.append(drafts('a', 'b'))
      const old = await log.tail()
      log = await under.tear(JSON.stringify(facts[1]), 40)
      expect(log.breaks).toEqual(['log.tornTail'])
      expect(await all()).toEqual(facts)
      const tail = await log.tail()
      expect(tail).toMatchObject({ n: 0, hash: old.hash })
      expect(tail.incarnation).not.toBe(old.incarnation)
      await log.append(drafts('c'))
      expectChained(await all())
      log = await under.reopen()
      expect(log.breaks).toEqual([])
      expect(texts(await all())).toEqual(['a', 'b', 'c'])
    })

    it('refuses everything once it is closed', async () => {
      await log.close()
      await expect(log.append(drafts('a'))).rejects.toBeInstanceOf(Error)
      await expect(Promise.resolve().then(() => log.read(null, 1))).rejects.toBeInstanceOf(Error)
    })
  })
}
