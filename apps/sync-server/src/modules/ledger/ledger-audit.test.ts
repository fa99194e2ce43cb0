import { afterEach, beforeEach, expect, test } from 'vitest'
import { openSite, type AuthoritySite, type SiteTerminal } from '@orderez/core/testing/authority-site'
import { ledgerEntryOf } from '@orderez/core/ledger'
import type { JsonObject, OrderId } from '@orderez/core/kernel'
import type { Fact } from '@orderez/core/orders'
import type { LedgerDatabases } from '../../store/ledger-databases.ts'
import { createMemoryLedgerDatabases } from '../../store/memory-ledger-databases.ts'
import { createLedgerAudit, type LedgerAudit } from './index.ts'
import { sortDocument } from './sort-document.ts'

const MONTH = '2026-11'
let site: AuthoritySite
let tablet: SiteTerminal
let order: OrderId
let ledgers: LedgerDatabases
let audit: LedgerAudit
const notes = new Map<string, JsonObject>()
const faults: unknown[] = []

beforeEach(async () => {
  site = await openSite()
  tablet = await site.enrol()
  order = site.ids.next('order')
  ledgers = createMemoryLedgerDatabases()
  notes.clear()
  faults.length = 0
  audit = newAudit()
})
afterEach(async () => {
  await audit.stop()
  expect(faults).toEqual([])
})

function newAudit(): LedgerAudit {
  const opened = createLedgerAudit({
    ledgers,
    authority: site.authority(),
    branch: site.branch,
    notes: {
      read: async (id) => notes.get(id) ?? null,
      async change(id, change) {
        const next = change(notes.get(id) ?? null)
        if (next) notes.set(id, next)
      },
    },
    failed: (cause) => void faults.push(cause),
    pauseMs: 20,
  })
  opened.start()
  return opened
}

async function bring(documents: readonly unknown[], month = MONTH, sender = tablet): Promise<void> {
  await audit.announce(month)
  await ledgers.keep(
    month,
    documents.map((document) => sortDocument(sender.actor.terminal, document)),
  )
  audit.arrived(month)
}

const entriesOf = (facts: readonly Fact[]) => facts.map((fact) => ledgerEntryOf(fact))
const notesOf = (count: number) => Array.from({ length: count }, (_, index) => tablet.note(order, `note ${index}`))

async function decided(): Promise<Readonly<Record<string, string>>> {
  const [document] = await site.authority().read('orders', [order])
  const verdicts = (document?.['verdicts'] ?? {}) as Record<string, { readonly decision: string }>
  return Object.fromEntries(Object.entries(verdicts).map(([of, { decision }]) => [of, decision]))
}

async function inbox(kind: string): Promise<readonly JsonObject[]> {
  return site.authority().list('inbox', kind)
}

const flaws = async () =>
  (await inbox('ledgerFinding')).map(({ flaw, n, last }) => [flaw, n, last].join(' ')).toSorted()

test('what only the ledger has is decided, and a push that comes later gets the same words', async () => {
  const facts = [tablet.open(order), tablet.send(order), ...notesOf(5)]
  await tablet.pushed(facts.slice(0, 2))
  await bring(entriesOf(facts))
  await expect.poll(decided).toEqual(Object.fromEntries(facts.map(({ id }) => [id, 'accepted'])))
  const before = await site.authority().read('orders', [order])
  await tablet.pushed(facts)
  expect(await site.authority().read('orders', [order])).toEqual(before)
  expect(await flaws()).toEqual([])
})

test('what a stop left undone is done after the next start, and again under a new epoch', async () => {
  await audit.stop()
  const facts = [tablet.open(order), ...notesOf(3)]
  await bring(entriesOf(facts))
  audit = newAudit()
  await expect.poll(async () => Object.keys(await decided()).length).toBe(facts.length)
  await expect.poll(() => ledgers.readLocal(MONTH, 'compared')).not.toBeNull()
  const before = await ledgers.readLocal(MONTH, 'compared')
  await audit.stop()
  site.keepEpoch('zzzz0000000000000000')
  await site.restart()
  audit = newAudit()
  await expect.poll(() => ledgers.readLocal(MONTH, 'compared')).not.toEqual(before)
})

test('a gap is named from its first number to its last, over months, and mended when it is filled', async () => {
  const facts = [tablet.open(order), ...notesOf(9)]
  await bring(entriesOf(facts.slice(0, 3)), '2026-10')
  await expect.poll(async () => Object.keys(await decided()).length).toBe(3)
  await bring(entriesOf(facts.slice(6)))
  await expect.poll(flaws).toEqual(['gap 4 6'])
  await bring(entriesOf(facts.slice(3, 6)))
  await expect.poll(async () => (await inbox('ledgerFinding'))[0]?.['mendedAt']).toBe(site.now())
  expect(Object.keys(await decided())).toHaveLength(facts.length)
})

test('a restored and a cloned profile, a rewritten fact and a broken chain are named; both sides of a fork are kept', async () => {
  const facts = [tablet.open(order), ...notesOf(3)]
  await bring(entriesOf(facts))
  await expect.poll(async () => Object.keys(await decided()).length).toBe(4)
  const tail = tablet.tail()
  const one = notesOf(2)
  tablet.rewind(tail)
  const other = notesOf(2)
  await bring(entriesOf([...one, ...other]))
  await expect.poll(flaws).toEqual(['cloned 6 6', 'forked 5 6'])
  const words = await decided()
  expect([one, other].map((side) => side.map(({ id }) => words[id]))).toEqual([
    ['accepted', 'accepted'],
    ['held', 'held'],
  ])
  const last = { ...tablet.note(order, 'a false chain'), prev: 'f'.repeat(64) }
  await bring([...entriesOf([{ ...facts[1]!, body: { text: 'never said' } }]), ...entriesOf([last])])
  await expect.poll(flaws).toEqual(['broken 7 7', 'cloned 6 6', 'forked 5 6', 'rewritten 2 2'])
})

test('facts of another terminal and what is no fact are kept beside the ledger, and stop nothing', async () => {
  const thief = await site.enrol('thief')
  const own = thief.open(site.ids.next('order'))
  const stolen = tablet.open(order)
  let deep: unknown = 1
  for (let depth = 0; depth < 200; depth += 1) deep = [deep]
  const foul = [{ ...ledgerEntryOf(own), fact: { ...own, body: { text: '\ud800' } } }, deep, 'text', null, { _id: 7 }]
  await bring([...entriesOf([stolen]), ...foul, ...entriesOf([own])], MONTH, thief)
  await expect.poll(flaws).toEqual(['foreign 1 1'])
  const letters = await inbox('deadLetter')
  expect(letters.filter(({ code }) => code === 'terminal.mismatch')).toHaveLength(1)
  expect(letters.filter(({ code }) => code === 'fact.malformed')).toHaveLength(foul.length)
  expect(await decided()).toEqual({})
  expect(await site.authority().read('orders', [own.order])).toHaveLength(1)
  const { documents } = await ledgers.changes(MONTH, null, 100)
  expect(documents).toHaveLength(2 + foul.length)
})

test('a store that is away is tried again, and nothing is passed over', async () => {
  await audit.stop()
  const { changes } = ledgers
  let left = 3
  ledgers = {
    ...ledgers,
    changes: (...parameters) => {
      left -= 1
      return left > 0 ? Promise.reject(new Error('away')) : changes(...parameters)
    },
  }
  audit = newAudit()
  const facts = [tablet.open(order), ...notesOf(2)]
  await bring(entriesOf(facts))
  await expect.poll(async () => Object.keys(await decided()).length).toBe(3)
  expect(faults.splice(0)).toHaveLength(2)
})
