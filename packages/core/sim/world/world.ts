import type { FactId, OrderId } from '../../src/kernel/index.ts'
import { emptyOrder, mergeOrders, type Line, type OrderDocument } from '../../src/orders/index.ts'
import type { MemoryLogImage } from '../../src/testing/memory-fact-log.ts'
import type { PlantedMistake } from '../../src/testing/planted-mistakes.ts'
import type { StoredDocument } from '../../src/sync/index.ts'
import type { Actor } from '../../src/authority/index.ts'
import { CheckFailed } from './check-failed.ts'
import { createEditBook, type EditBook } from './edit-book.ts'
import { createFactBook, type FactBook } from './fact-book.ts'
import { createJournal, type Journal } from './journal.ts'
import { createRandom, type Random } from './random.ts'
import { createReplica, type Replica } from './replica.ts'
import { createScheduler, type Scheduler } from './scheduler.ts'
import { SimServer } from './sim-server.ts'
import { SimTerminal, type ProfileImage } from './sim-terminal.ts'
import { createSite, type Site } from './site.ts'
import { createTally, type Tally } from './tally.ts'

/** A restaurant in one process: the site, the server, the terminals, and what their persons really did. */
export interface World {
  readonly scheduler: Scheduler
  readonly random: Random
  readonly journal: Journal
  readonly tally: Tally
  readonly site: Site
  readonly server: SimServer
  readonly terminals: SimTerminal[]
  readonly facts: FactBook
  readonly edits: EditBook
  readonly carts: Map<OrderId, readonly Line[]>
  /** Older copies of profiles, by the profile's name. */
  readonly images: Map<string, ProfileImage>
  /** Facts that each profile's log must have, by the profile's name. */
  readonly logged: Map<string, Set<FactId>>
  /** Something threw, or a check failed in a callback; thrown at the next step. */
  fault: CheckFailed | null
  addTerminal(index: number, name: string, from?: ProfileImage): SimTerminal
  serverReplica(): Replica
  terminalReplica(terminal: SimTerminal): Replica
  /** Facts that the server could not read and was not meant to. */
  deadLetters(): ReadonlySet<FactId>
}

export interface WorldOptions {
  readonly seed: number
  readonly terminals: number
  readonly mistakes: readonly PlantedMistake[]
  readonly script: boolean
}

export function createWorld(options: WorldOptions): World {
  const random = createRandom(options.seed)
  const scheduler = createScheduler()
  const journal = createJournal(() => scheduler.now(), options.script)
  const tally = createTally()
  const mistakes = new Set(options.mistakes)
  const site = createSite(random.fork('site'), options.terminals)
  const onThrow = (where: string, error: unknown) => {
    world.fault ??= new CheckFailed('throw', `${where}: ${textOf(error)}`)
  }
  const shared = { scheduler, random, journal, tally, site, mistakes, onThrow }
  const server = new SimServer(shared)
  const logged = new Map<string, Set<FactId>>()

  const world: World = {
    ...shared,
    server,
    terminals: [],
    facts: createFactBook(),
    edits: createEditBook(),
    carts: new Map(),
    images: new Map(),
    logged,
    fault: null,
    addTerminal(index, name, from) {
      const enrolled = site.terminals[index]
      if (!enrolled) throw new Error(`no terminal ${index}`)
      const actor: Actor = { terminal: enrolled.id, branch: site.branch.id }
      const terminal = new SimTerminal({
        ...shared,
        name,
        enrolled,
        branch: site.branch.id,
        random: random.fork(`terminal ${name}`),
        endpoint: () => server.endpoint(actor),
        trace: (line) => journal.detail(() => `${name} ${line()}`),
        onDeath() {
          journal.write(`${name} dies`)
          world.fault ??= prefixBroken(name, terminal, logged.get(name) ?? new Set())
        },
        ...(from && { from }),
      })
      logged.set(name, new Set())
      world.terminals.push(terminal)
      return terminal
    },
    serverReplica: () => createReplica('server', null, storedOrders(server)),
    terminalReplica: (terminal) => createReplica(terminal.name, terminal.enrolled.id, terminal.orders()),
    deadLetters() {
      const named = lettered(server)
      return new Set([...named].filter((id) => world.facts.entry(id)?.expected.is === 'deadLetter'))
    },
  }
  return world
}

/** S14: whatever a crash takes, every fact that was acknowledged is still in the log. */
function prefixBroken(name: string, terminal: SimTerminal, acknowledged: ReadonlySet<FactId>): CheckFailed | null {
  const kept = factsIn(terminal.image().log)
  const gone = [...acknowledged].find((id) => !kept.has(id))
  return gone ? new CheckFailed('S14', `${name} has crashed, and ${gone}, which it had saved, is not in its log`) : null
}

/** The facts whose lines are whole enough to be read. */
export function factsIn(log: MemoryLogImage): Set<FactId> {
  return new Set(log.flatMap((line) => (/^\{"id":"(fct_[0-9a-f-]{36})"/.exec(line)?.[1] as FactId | undefined) ?? []))
}

export function textOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

const united = new WeakMap<StoredDocument, OrderDocument>()

/** The server's orders, each united with the leaves that replication brought. */
function storedOrders(server: SimServer): OrderDocument[] {
  return storedIn(server, 'orders').map((stored) => {
    const known = united.get(stored)
    if (known) return known
    const [winner, ...losers] = [stored.body, ...stored.losers.map((loser) => loser.body)].map(
      (body) => body as OrderDocument,
    )
    const order = losers.reduce(mergeOrders, winner ?? emptyOrder(stored.id as OrderId))
    united.set(stored, order)
    return order
  })
}

export function storedIn(server: SimServer, collection: string) {
  return server.store.snapshot().collections.find(({ name }) => name === collection)?.documents ?? []
}

/** Facts named in the raw text of a dead letter. */
function lettered(server: SimServer): ReadonlySet<FactId> {
  const texts = storedIn(server, 'inbox').map(({ body }) => JSON.stringify(body))
  return new Set(texts.flatMap((text) => [...text.matchAll(/fct_[0-9a-f-]{36}/g)].map(([id]) => id as FactId)))
}

/** Said to be another branch's: no business of those who did not say so. */
export function isElsewhere(site: Site, { facts }: OrderDocument): boolean {
  const openings = Object.values(facts).filter(({ kind }) => kind === 'opened')
  return openings.length > 0 && openings.every(({ body }) => body['branch'] !== site.branch.id)
}
