import { ledgerEntryOf, ledgerIdOf } from '@orderez/core/ledger'
import { createIdSource } from '@orderez/core/kernel'
import { chainFacts, startLog, type Fact } from '@orderez/core/orders'
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LedgerDatabases, LedgerDocument } from './ledger-databases.ts'

export interface LedgersUnderContract {
  readonly ledgers: LedgerDatabases
  /** Ends it and opens it again on the same data. */
  reopen(): Promise<LedgerDatabases>
  close(): Promise<void>
}

const ids = createIdSource({ now: () => Date.now(), random: (bytes) => randomBytes(bytes) })
const NAME = '2026-11'

/** What the databases of ledgers do, whatever keeps them. */
export function ledgerDatabasesContract(name: string, open: () => Promise<LedgersUnderContract>): void {
  describe(`ledger databases contract: ${name}`, () => {
    let under: LedgersUnderContract
    let ledgers: LedgerDatabases
    beforeAll(async () => {
      under = await open()
      ledgers = under.ledgers
    })
    afterAll(() => under.close())

    const entryOf = (fact: Fact): LedgerDocument => ({ ...ledgerEntryOf(fact) })
    const said = (documents: readonly LedgerDocument[]) =>
      documents.map(({ _id, _rev, fact }) => ({ _id, _rev, fact })).toSorted((a, b) => (a._rev < b._rev ? -1 : 1))
    const factsOf = (count: number) => {
      const tail = startLog(ids.next('terminal'), ids.next('incarnation'))
      const drafts = Array.from({ length: count }, (_, tick) => ({
        id: ids.next('fact'),
        v: 1,
        order: ids.next('order'),
        person: ids.next('person'),
        at: { ms: 1_795_000_000_000, tick },
        kind: 'noteSet',
        body: { text: `宫保鸡丁 🌶 ${tick}` },
      }))
      return chainFacts(tail, drafts).facts
    }

    it('keeps documents under the revisions they come with, once, however often they come', async () => {
      const entries = factsOf(3).map(entryOf)
      const revisions = Object.fromEntries(entries.map(({ _id, _rev }) => [_id, [_rev]]))
      expect(await ledgers.missing(NAME, revisions)).toEqual(revisions)
      await ledgers.keep(NAME, entries.slice(0, 2))
      await ledgers.keep(NAME, entries)
      await ledgers.keep(NAME, [])
      expect(await ledgers.missing(NAME, revisions)).toEqual({})
      const [first, , last] = entries as [LedgerDocument, LedgerDocument, LedgerDocument]
      expect(said(await ledgers.range(NAME, first._id, last._id, { limit: 10 }))).toEqual(said(entries))
      expect(await ledgers.range(NAME, first._id, last._id, { limit: 2 })).toHaveLength(2)
      const newest = { limit: 1, newestFirst: true }
      expect(said(await ledgers.range(NAME, first._id, last._id, newest))).toEqual(said([last]))
    })

    it('keeps two facts of one place beside each other, and shows both wherever it is read', async () => {
      const [fact] = factsOf(1) as [Fact]
      const since = (await changesFrom(null)).last
      const both = [fact, { ...fact, body: { text: 'another' } }].map(entryOf)
      for (const entry of both) await ledgers.keep(NAME, [entry])
      const id = ledgerIdOf(fact)
      expect(said(await ledgers.range(NAME, id, id, { limit: 10 }))).toEqual(said(both))
      expect(said((await changesFrom(since)).documents)).toEqual(said(both))
    })

    it('tells what was written since a place, in pages, also after it was opened again', async () => {
      const { last } = await changesFrom(null)
      const entries = factsOf(5).map(entryOf)
      await ledgers.keep(NAME, entries)
      ledgers = await under.reopen()
      const page = await ledgers.changes(NAME, last, 2)
      expect([page.documents.length, page.more]).toEqual([2, true])
      const rest = await changesFrom(page.last)
      expect(said([...page.documents, ...rest.documents])).toEqual(said(entries))
      expect((await ledgers.changes(NAME, rest.last, 10)).documents).toEqual([])
    })

    it('keeps local documents beside them, and lets nobody overwrite what they have not read', async () => {
      expect(await ledgers.readLocal(NAME, 'mark-1')).toBeNull()
      expect(await ledgers.writeLocal(NAME, 'mark-1', { value: 1 })).toBe(true)
      expect(await ledgers.writeLocal(NAME, 'mark-1', { value: 2 })).toBe(false)
      const read = await ledgers.readLocal(NAME, 'mark-1')
      expect(read).toMatchObject({ value: 1 })
      expect(await ledgers.writeLocal(NAME, 'mark-1', { ...read, value: 3 })).toBe(true)
      expect(await ledgers.readLocal(NAME, 'mark-1')).toMatchObject({ value: 3 })
    })

    async function changesFrom(since: string | null) {
      const documents: LedgerDocument[] = []
      for (let from = since; ;) {
        const page = await ledgers.changes(NAME, from, 100)
        documents.push(...page.documents)
        from = page.last
        if (!page.more) return { documents, last: page.last }
      }
    }
  })
}
