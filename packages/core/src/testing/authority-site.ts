import {
  createAuthority,
  type Actor,
  type Authority,
  type AuthorityEvent,
  type AuthorityPorts,
} from '../authority/index.ts'
import type { Person, RoleName, Tax, Terminal } from '../branch/index.ts'
import {
  businessDayOf,
  createIdSource,
  invariant,
  sha256Hex,
  type BranchId,
  type IdSource,
  type IncarnationId,
  type JsonObject,
  type OrderId,
  type PersonId,
  type Result,
} from '../kernel/index.ts'
import { dishVersionOf, makeLinePrice, type Dish, type DishVersion, type OptionGroup } from '../menu/index.ts'
import {
  chainFacts,
  startLog,
  type Fact,
  type FactBody,
  type FactDraft,
  type FactKind,
  type Line,
  type LogTail,
} from '../orders/index.ts'
import {
  PROTOCOL,
  serverIndexesOf,
  SYNCED_COLLECTIONS,
  type DocumentStore,
  type Edit,
  type EditedCollection,
  type HandshakeResponse,
  type PullResponse,
  type PushResponse,
  type Sealer,
  type SyncedCollection,
} from '../sync/index.ts'
import { MemoryDocumentStore, type MemoryStoreOptions } from './memory-document-store.ts'
import { createSeededRandom } from './seeded-random.ts'

/** A branch with a menu, people and an authority on a memory store: what tests of the server's half begin with. */
export interface AuthoritySite {
  readonly ids: IdSource
  readonly branch: BranchId
  readonly store: MemoryDocumentStore
  readonly events: AuthorityEvent[]
  readonly people: Readonly<Record<RoleName, PersonId>>
  readonly tax: Tax
  readonly dish: Dish
  readonly version: DishVersion
  readonly group: OptionGroup
  /** The newest one; `restart` makes another on the same store. */
  authority(): Authority
  now(): number
  pass(ms: number): void
  restart(): Promise<void>
  /** Puts another epoch where the server keeps its own; it is read at the next restart. */
  keepEpoch(epoch: string): void
  /** Another server of the same branch on a store of its own, which is empty. */
  partner(): Promise<AuthoritySite>
  enrol(name?: string): Promise<SiteTerminal>
  line(change?: Partial<Line>): Line
}

/** A terminal as the server sees it: an actor and a log. */
export interface SiteTerminal {
  readonly actor: Actor
  incarnation(): IncarnationId
  tail(): LogTail
  startIncarnation(): void
  /** Goes back to an earlier tail, as a restored profile does. */
  rewind(tail: LogTail): void
  draft<K extends FactKind>(order: OrderId, kind: K, body: FactBody<K>, person?: PersonId): FactDraft
  log(...drafts: readonly FactDraft[]): Fact[]
  /** Opens an order at a table and logs it. */
  open(order: OrderId, change?: Partial<FactBody<'opened'>>): Fact
  send(order: OrderId, lines?: readonly Line[], person?: PersonId): Fact
  note(order: OrderId, text: string, person?: PersonId): Fact
  edit(collection: EditedCollection, base: JsonObject | null, mine: JsonObject, person?: PersonId): Edit
  push(facts: readonly unknown[], edits?: readonly unknown[]): Promise<Result<PushResponse, string>>
  /** Pushes and expects an answer. */
  pushed(facts: readonly unknown[], edits?: readonly unknown[]): Promise<PushResponse>
  handshake(change?: JsonObject): Promise<Result<HandshakeResponse, string>>
  pull(
    collection: SyncedCollection,
    checkpoint?: PullResponse['checkpoint'] | null,
    limit?: number,
  ): Promise<Result<PullResponse, string>>
  /** Pulls until there is no more; documents by id, as a terminal would hold them. */
  pullAll(collection: SyncedCollection): Promise<Map<string, JsonObject>>
}

export interface SiteOptions {
  readonly fault?: NonNullable<MemoryStoreOptions['fault']>
  readonly mistakes?: AuthorityPorts['mistakes']
  readonly seed?: number
  /** What the authority sees of the store. */
  readonly wrap?: (store: MemoryDocumentStore) => DocumentStore
}

const START = Date.UTC(2026, 10, 20, 11, 0)

export async function openSite(options: SiteOptions = {}): Promise<AuthoritySite> {
  const random = createSeededRandom(options.seed ?? 1)
  let time = START
  const now = (): number => time
  const ids = createIdSource({ now, random: (bytes) => random.bytes(bytes) })
  const events: AuthorityEvent[] = []
  const collections = SYNCED_COLLECTIONS.map((name) => ({ name, indexes: serverIndexesOf(name) }))
  let faulty = false
  const fault: NonNullable<MemoryStoreOptions['fault']> = (call, name, writes) =>
    faulty ? (options.fault?.(call, name, writes) ?? null) : null
  const branch = ids.next('branch')
  const menu = makeMenu(ids)
  const people = makePeople(ids)

  async function serve(): Promise<AuthoritySite> {
    const store = new MemoryDocumentStore({ collections, fault })
    let epoch: string | null = null
    const ports: AuthorityPorts = {
      store: options.wrap?.(store) ?? store,
      branch,
      clock: { now },
      entropy: (bytes) => random.bytes(bytes),
      sealer: testSealer('site'),
      epochs: {
        read: async () => epoch,
        async write(next) {
          epoch = next
        },
      },
      log: (event) => void events.push(event),
      ...(options.mistakes && { mistakes: options.mistakes }),
    }
    let authority = await createAuthority(ports)
    const site: AuthoritySite = {
      ids,
      branch,
      store,
      events,
      people: people.byRole,
      ...menu,
      authority: () => authority,
      now,
      pass: (ms) => {
        time += ms
      },
      async restart() {
        await authority.drain()
        authority = await createAuthority(ports)
      },
      keepEpoch(other) {
        epoch = other
      },
      partner: serve,
      enrol: (name = 'tablet') => enrol(site, name),
      line: (change = {}) => ({ ...lineOf(ids, menu.version), ...change }),
    }
    return site
  }

  const site = await serve()
  await put(site.authority(), 'branch', [makeBranch(branch), menu.tax, ...people.documents])
  await put(site.authority(), 'menu', [menu.group, menu.version, menu.dish])
  faulty = true
  return site
}

/** HMAC enough for tests: nobody here knows the secret. */
function testSealer(secret: string): Sealer {
  const seal = (hash: string): string => sha256Hex(`${secret} ${hash}`).slice(0, 43)
  return { seal, verify: (hash, text) => seal(hash) === text }
}

async function put(
  authority: Authority,
  collection: SyncedCollection,
  documents: readonly JsonObject[],
): Promise<void> {
  const result = await authority.put(collection, documents)
  invariant(result.ok, `put: ${result.ok ? '' : `${result.code} ${result.detail}`}`)
}

function makeBranch(id: BranchId): JsonObject {
  return {
    id,
    kind: 'branch',
    v: 1,
    names: { zh: '青禾', en: 'Qinghe' },
    currency: { code: 'CNY', exponent: 2 },
    timeZone: 'Asia/Shanghai',
    dayStartsAt: '05:00',
    languages: ['zh'],
  }
}

function makePeople(ids: IdSource): { documents: Person[]; byRole: Record<RoleName, PersonId> } {
  const byRole = {
    waiter: ids.next('person'),
    kitchen: ids.next('person'),
    cashier: ids.next('person'),
    manager: ids.next('person'),
  }
  const documents = (Object.keys(byRole) as RoleName[]).map((role): Person => ({
    id: byRole[role],
    kind: 'person',
    v: 1,
    name: role,
    signIn: role,
    roles: [role],
    active: true,
    language: 'zh',
  }))
  return { documents, byRole }
}

function makeMenu(ids: IdSource): { tax: Tax; group: OptionGroup; dish: Dish; version: DishVersion } {
  const tax: Tax = {
    id: ids.next('tax'),
    kind: 'tax',
    v: 1,
    names: { zh: '税', en: 'VAT' },
    ratePpm: 60_000,
    inclusive: true,
  }
  const option = { id: ids.next('option'), names: { zh: '辣', en: 'hot' }, price: 200 }
  const group: OptionGroup = {
    id: ids.next('optionGroup'),
    kind: 'optionGroup',
    v: 1,
    names: { zh: '辣度', en: 'spice' },
    min: 0,
    max: 1,
    options: [option],
  }
  const plain: Omit<Dish, 'version'> = {
    id: ids.next('dish'),
    kind: 'dish',
    v: 1,
    names: { zh: '宫保鸡丁', en: 'Kung pao chicken' },
    category: ids.next('category'),
    number: 'A1',
    initials: 'gbjd',
    sort: 1,
    price: 3_800,
    tax: tax.id,
    stations: [ids.next('station')],
    status: 'onShelf',
    unit: 'piece',
    weighed: false,
    marketPrice: false,
    optionGroups: [group.id],
    tags: [],
    allergens: [],
  }
  const version = dishVersionOf(plain, [group], tax)
  return { tax, group, version, dish: { ...plain, version: version.id } }
}

function lineOf(ids: IdSource, version: DishVersion): Line {
  return {
    id: ids.next('line'),
    dish: version.dish,
    version: version.id,
    names: version.names,
    quantity: 1_000,
    unit: version.unit,
    price: makeLinePrice(version, []),
    tax: version.tax,
    options: [],
    stations: version.stations,
    fire: 'now',
  }
}

async function enrol(site: AuthoritySite, name: string): Promise<SiteTerminal> {
  const { ids, branch, people } = site
  const id = ids.next('terminal')
  const letters = `${String.fromCharCode(65 + (site.events.length % 26))}${String.fromCharCode(65 + (Number.parseInt(id.slice(-4), 16) % 26))}`
  const document: Terminal = { id, kind: 'terminal', v: 1, name, letters, enrolledAt: site.now(), incarnations: [] }
  await put(site.authority(), 'branch', [document])
  const actor: Actor = { terminal: id, branch }
  let tail = startLog(id, ids.next('incarnation'))
  let tick = 0

  const terminal: SiteTerminal = {
    actor,
    incarnation: () => tail.incarnation,
    tail: () => tail,
    startIncarnation() {
      tail = startLog(id, ids.next('incarnation'), tail.hash)
    },
    rewind(earlier) {
      tail = earlier
    },
    draft: (order, kind, body, person = people.waiter) => {
      tick += 1
      return { id: ids.next('fact'), v: 1, order, person, at: { ms: site.now(), tick }, kind, body }
    },
    log(...drafts) {
      const chained = chainFacts(tail, drafts)
      tail = chained.tail
      return chained.facts
    },
    open: (order, change = {}) =>
      one(terminal.log(terminal.draft(order, 'opened', { ...opening(site, letters), ...change }))),
    send: (order, lines = [site.line()], person = people.waiter) =>
      one(terminal.log(terminal.draft(order, 'roundSent', { round: ids.next('round'), lines: [...lines] }, person))),
    note: (order, text, person = people.waiter) =>
      one(terminal.log(terminal.draft(order, 'noteSet', { text }, person))),
    edit: (collection, base, mine, person = people.manager) => ({
      id: ids.next('edit'),
      collection,
      document: String(mine['id']),
      person,
      base,
      mine,
    }),
    push: (facts, edits = []) =>
      site.authority().push(actor, { branch, epoch: site.authority().epoch(), facts, edits }),
    async pushed(facts, edits) {
      const result = await terminal.push(facts, edits)
      invariant(result.ok, `push: ${result.ok ? '' : result.code}`)
      return result.value
    },
    handshake: (change = {}) =>
      site.authority().handshake(actor, {
        protocol: PROTOCOL,
        branch,
        incarnation: tail.incarnation,
        n: tail.n,
        hash: tail.hash,
        decided: tail.n,
        epoch: site.authority().epoch(),
        ...change,
      }),
    pull: (collection, checkpoint = null, limit = 100) =>
      site.authority().pull(actor, { branch, collection, checkpoint, limit }),
    async pullAll(collection) {
      const held = new Map<string, JsonObject>()
      for (let checkpoint: PullResponse['checkpoint'] | null = null; ;) {
        const page: Result<PullResponse, string> = await terminal.pull(collection, checkpoint, 7)
        invariant(page.ok, `pull: ${page.ok ? '' : page.code}`)
        for (const found of page.value.documents) held.set(String(found['id']), found)
        checkpoint = page.value.checkpoint
        if (!page.value.more) return held
      }
    },
  }
  return terminal
}

function opening(site: AuthoritySite, letters: string): FactBody<'opened'> {
  return {
    branch: site.branch,
    day: businessDayOf(site.now(), { timeZone: 'Asia/Shanghai', dayStartsAt: '05:00' }),
    number: { letters, counter: 1 },
    type: 'dineIn',
    source: 'staff',
    table: site.ids.next('table'),
    guests: 2,
    owner: site.people.waiter,
  }
}

function one(facts: readonly Fact[]): Fact {
  const [fact] = facts
  invariant(fact, 'no fact')
  return fact
}
