import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createIdSource, type TerminalId } from '@orderez/core/kernel'
import { ledgerEntryOf, parseLedgerEntry } from '@orderez/core/ledger'
import { FACT_VERSION, type Fact } from '@orderez/core/orders'
import type { FactLog } from '@orderez/core/sync'
import { entropy } from '../../platform/browser-ports.ts'
import { openIndexedDbFactLog } from '../indexeddb-fact-log.ts'
import { keepLedger, type LedgerKeeper, type LedgerKeeperPorts } from './keep-ledger.ts'
import { openLedgerShelf, type LedgerShelf } from './ledger-shelf.ts'

const ids = createIdSource({ now: () => Date.now(), random: entropy })
const DAY_MS = 86_400_000
const TODAY = Date.UTC(2026, 10, 23, 12)
const BASE = `${window.location.origin}/api/ledger`
const rule = { timeZone: 'UTC', dayStartsAt: '05:00' }

/** What the server answers to CouchDB's protocol, in the page; a part of the requests fails, before or after they worked. */
function createTarget(failing = 0) {
  const kept = new Map<string, Fact>()
  const locals = new Map<string, { readonly _rev: string }>()
  let asked = 0
  let failures = 0
  const answer = (body: unknown, status = 200) => Response.json(body, { status })

  function work(path: string, method: string, body: unknown): Response {
    const local = /_local\/(.+)$/.exec(path)?.[1]
    if (local !== undefined && method === 'GET') {
      const found = locals.get(path)
      return found ? answer(found) : answer({ error: 'not_found' }, 404)
    }
    if (local !== undefined) {
      const stored = { ...(body as object), _rev: `0-${(asked += 1)}` }
      locals.set(path, stored)
      return answer({ ok: true, id: local, rev: stored._rev }, 201)
    }
    if (path.endsWith('_revs_diff')) {
      const wanted = Object.entries(body as Record<string, string[]>).filter(([id]) => !kept.has(id))
      return answer(Object.fromEntries(wanted.map(([id, missing]) => [id, { missing }])))
    }
    if (!path.endsWith('_bulk_docs')) return answer({ db_name: 'x' })
    for (const entry of (body as { docs: { _id: string; fact: Fact }[] }).docs) {
      expect(parseLedgerEntry(entry.fact.terminal, entry).ok).toBe(true)
      kept.set(entry._id, entry.fact)
    }
    return answer([], 201)
  }

  const ask: typeof fetch = async (input, options = {}) => {
    asked += 1
    const fails = Math.random() < failing
    const isLostOnly = Math.random() < 0.5
    if (fails) failures += 1
    if (fails && !isLostOnly) throw new TypeError('cut')
    const text = typeof options.body === 'string' ? options.body : 'null'
    const done = work(String(input), options.method ?? 'GET', JSON.parse(text))
    if (fails) throw new TypeError('the answer was lost')
    return done
  }
  return { kept, ask, requests: () => asked, failures: () => failures }
}

let terminal: TerminalId
let log: FactLog
let target: ReturnType<typeof createTarget>
const keepers: LedgerKeeper[] = []
let isAllDecided = false

beforeEach(async () => {
  terminal = ids.next('terminal')
  log = await openIndexedDbFactLog({ terminal, newIncarnation: () => ids.next('incarnation'), openedBefore: false })
  target = createTarget()
  isAllDecided = false
})
afterEach(async () => {
  await Promise.all(keepers.splice(0).map((keeper) => keeper.stop()))
  await log.close()
})

async function say(count: number, ms = TODAY): Promise<readonly Fact[]> {
  const [order, person] = [ids.next('order'), ids.next('person')]
  return log.append(
    Array.from({ length: count }, (_, tick) => ({
      id: ids.next('fact'),
      v: FACT_VERSION,
      order,
      person,
      at: { ms, tick },
      kind: 'noteSet',
      body: { text: `note ${tick}` },
    })),
  )
}

function shelf(ask = target.ask): LedgerShelf {
  return openLedgerShelf({ terminal, base: BASE, fetch: ask })
}

function keep(change: Partial<LedgerKeeperPorts> = {}): LedgerKeeper {
  const keeper = keepLedger({
    log,
    shelf: shelf(),
    rule: () => rule,
    now: () => TODAY,
    epoch: () => 'abcd',
    failed: () => undefined,
    isAllDecided: () => isAllDecided,
    pauses: { quiet: 10, busy: 50, look: 50, retry: 5, longestRetry: 20 },
    ...change,
  })
  keepers.push(keeper)
  return keeper
}

const arrived = () => [...target.kept.keys()].toSorted()
const idsOf = (facts: readonly Fact[]) => facts.map((fact) => ledgerEntryOf(fact)._id).toSorted()

describe('the ledger on the device', () => {
  it('brings every fact of the log to the server, each once, by days, and what comes later too', async () => {
    const facts = [...(await say(250, TODAY - DAY_MS)), ...(await say(3))]
    keep()
    await expect.poll(arrived, { timeout: 10_000 }).toEqual(idsOf(facts))
    expect(await shelf().days()).toEqual(['2026-11-22', '2026-11-23'])
    const later = await say(2)
    await expect.poll(arrived).toEqual(idsOf([...facts, ...later]))
    const idle = target.requests()
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(target.requests()).toBe(idle)
  })

  it('brings exactly 1,000 of 1,000 where 30 % of the requests fail, before or after they worked', async () => {
    target = createTarget(0.3)
    const facts = await say(1_000)
    keep()
    await expect.poll(arrived, { timeout: 60_000, interval: 200 }).toEqual(idsOf(facts))
    expect(target.failures()).toBeGreaterThan(5)
    expect([...target.kept.values()].toSorted((a, b) => a.n - b.n)).toEqual(facts)
  })

  it('goes on where it was after it was left in the middle, and copying again what is there changes nothing', async () => {
    const facts = await say(450)
    const first = shelf()
    await first.copy('2026-11-23' as never, facts.slice(0, 200))
    await first.close()
    const reads: (number | null)[] = []
    const counted = {
      tail: log.tail,
      read: (...[place, limit]: Parameters<FactLog['read']>) => {
        reads.push(place?.n ?? null)
        return log.read(place, limit)
      },
    }
    await keep({ log: counted }).stop()
    keep({ log: counted })
    await expect.poll(arrived, { timeout: 10_000 }).toEqual(idsOf(facts))
    expect(reads[0]).toBe(200)
    const again = shelf()
    const size = await again.size('2026-11-23' as never)
    await again.copy('2026-11-23' as never, facts)
    expect(await again.size('2026-11-23' as never)).toBe(size)
    await again.close()
  })

  it('is made anew from the log when the browser has emptied it', async () => {
    const facts = await say(20)
    const first = keep()
    await expect.poll(arrived).toEqual(idsOf(facts))
    await first.stop()
    const emptied = shelf()
    for (const day of await emptied.days()) await emptied.destroy(day)
    target.kept.clear()
    keep()
    await expect.poll(arrived, { timeout: 10_000 }).toEqual(idsOf(facts))
  })

  it('forgets a day only when it is a week old, wholly at the server and everything is decided', async () => {
    const old = await say(5, TODAY - 9 * DAY_MS)
    const young = await say(5, TODAY - 6 * DAY_MS)
    let isAway = true
    keep({ shelf: shelf((...request) => (isAway ? Promise.reject(new TypeError('cut')) : target.ask(...request))) })
    const days = ['2026-11-14', '2026-11-17']
    const looks = () => new Promise((resolve) => setTimeout(resolve, 300))
    isAllDecided = true
    await looks()
    expect(await shelf().days()).toEqual(days)
    isAllDecided = false
    isAway = false
    await expect.poll(arrived).toEqual(idsOf([...old, ...young]))
    await looks()
    expect(await shelf().days()).toEqual(days)
    isAllDecided = true
    await expect.poll(() => shelf().days()).toEqual(days.slice(1))
  })
})
