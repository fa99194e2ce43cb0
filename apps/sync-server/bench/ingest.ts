import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { invariant } from '@orderez/core/kernel'
import type { Fact } from '@orderez/core/orders'
import type { DocumentStore } from '@orderez/core/sync'
import { openSite, type AuthoritySite, type SiteTerminal } from '@orderez/core/testing/authority-site'
import { median, type Report } from '../../../scripts/measurement.ts'
import { collectionSetups } from '../src/collections.ts'
import { openStore } from '../src/store/open-store.ts'

const rounds = 5
const terminalCount = 8
const ordersPerTerminal = 10
const ordersPerRound = terminalCount * ordersPerTerminal
const bare = 'bare'
const batch = 100

/** The bench order: 12 lines in 3 rounds with kitchen facts, 45 facts. */
function benchOrder(site: AuthoritySite, terminal: SiteTerminal): Fact[] {
  const order = site.ids.next('order')
  const { draft, log } = terminal
  const facts = [terminal.open(order), ...log(draft(order, 'noteSet', { text: '少辣 mild' }))]
  for (let round = 0; round < 3; round += 1) {
    const lines = Array.from({ length: 4 }, () => site.line())
    facts.push(terminal.send(order, lines))
    for (const [index, { id, stations }] of lines.entries()) {
      const [station] = stations
      invariant(station, 'the dish of the site has a station')
      const units = [{ line: id, units: [1] }]
      const atStation = { station, units }
      const { kitchen, waiter } = site.people
      if (index === 0) facts.push(...log(draft(order, 'started', atStation, kitchen)))
      facts.push(...log(draft(order, 'received', atStation, kitchen), draft(order, 'ready', atStation, kitchen)))
      facts.push(...log(draft(order, 'served', { units }, waiter)))
    }
  }
  return [...facts, ...log(draft(order, 'noteSet', { text: '打包 to go' }))]
}

/** Every terminal pushes what it has in one request, all terminals at once: seconds until all is decided and durable. */
async function ingest(terminals: readonly SiteTerminal[], logs: readonly (readonly Fact[])[]): Promise<number> {
  const started = performance.now()
  const answers = await Promise.all(terminals.map((terminal, index) => terminal.pushed(logs[index] ?? [])))
  const seconds = (performance.now() - started) / 1000
  const decisions = answers.flatMap((answer) => answer.facts)
  invariant(
    decisions.every((decision) => decision.outcome === 'decided' && decision.verdict.decision === 'accepted'),
    'every fact was accepted',
  )
  return seconds
}

/** The documents that the authority made of those orders, written as they are. */
async function writeBare(store: DocumentStore, ids: readonly string[]): Promise<number> {
  const documents = await store.read('orders', ids)
  invariant(documents.length === ids.length, 'every order was stored')
  const writes = documents.map(({ id, body, header }) => ({ id, rev: null, body, header }))
  const started = performance.now()
  for (let from = 0; from < writes.length; from += batch) {
    const outcomes = await store.write(bare, writes.slice(from, from + batch))
    invariant(
      outcomes.every(({ outcome }) => outcome === 'stored'),
      'every bare document was stored',
    )
  }
  return (performance.now() - started) / 1000
}

async function measure(store: DocumentStore, report: Report): Promise<void> {
  const site = await openSite({ wrap: () => store })
  const terminals = await Promise.all(Array.from({ length: terminalCount }, () => site.enrol()))
  const ours: number[] = []
  const theirs: number[] = []
  for (let round = 0; round <= rounds; round += 1) {
    const orders = terminals.map((terminal) =>
      Array.from({ length: ordersPerTerminal }, () => benchOrder(site, terminal)),
    )
    const seconds = await ingest(
      terminals,
      orders.map((logged) => logged.flat()),
    )
    const bareSeconds = await writeBare(
      store,
      orders.flat().flatMap(([first]) => first?.order ?? []),
    )
    if (round === 0) continue
    ours.push(ordersPerRound / seconds)
    theirs.push(ordersPerRound / bareSeconds)
  }
  const figure = { bench: 'rejoin', measure: 'ingest-per-s', unit: 'orders/s' }
  report({ ...figure, subject: 'orderez', value: Math.round(median(ours)) })
  report({ ...figure, subject: 'bare _bulk_docs', value: Math.round(median(theirs)) })
  const ratio = median(ours.map((value, index) => value / (theirs[index] ?? Number.NaN)))
  report({ bench: 'rejoin', measure: 'ingest-ratio', subject: 'orderez', value: Number(ratio.toFixed(2)), unit: '' })
}

/** Orders that the server decides, merges and keeps, beside bare `_bulk_docs` of the documents that came of them. */
export async function run(report: Report): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'orderez-bench-'))
  const couchdbUrl = process.env['COUCHDB_URL']
  const collections = [...collectionSetups(), { name: bare, indexes: [] }]
  const prefix = `bench-${Date.now().toString(36)}`
  const store = await openStore({ dataDir, prefix, collections, ...(couchdbUrl === undefined ? {} : { couchdbUrl }) })
  try {
    await measure(store, report)
  } finally {
    await store.close()
    await rm(dataDir, { recursive: true, force: true })
  }
}
