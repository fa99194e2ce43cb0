import { jsonEquals, type JsonObject, type JsonValue, type OrderId } from '../kernel/index.ts'
import { mergeOrders, type OrderDocument } from '../orders/index.ts'
import type { EditedCollection, PendingEdit, SyncedCollection, TerminalStore } from '../sync/index.ts'

/** What stays of a projection when the process dies, the power fails or the platform empties it. */
export interface MemoryStoreDisk {
  /** The process dies: none of its calls ever returns. Of the relaxed writes since the last strict one the first `kept` stay. */
  crash(kept?: number): void
  /** The platform empties the store, as Chromium does when the disk is full. Whoever has it open dies. */
  wipe(): void
  image(): MemoryStoreImage
  /** An older image is copied back, or a clone begins; whoever has the store open dies. */
  restore(image: MemoryStoreImage): void
  /** Relaxed writes that a crash may lose. */
  unflushedWrites(): number
}

/** Keys are `table/id`. Values are never changed, only replaced. */
export type MemoryStoreImage = ReadonlyMap<string, Stored>

type Stored = OrderDocument | PendingEdit | JsonValue

/** One step that no crash parts: an absent value removes. */
type Write = ReadonlyMap<string, Stored | undefined>

interface Disk extends MemoryStoreDisk {
  durable: Map<string, Stored>
  relaxed: Write[]
  life: number
}

/** The platform writes relaxed data out after a while by itself; so many steps later at the latest. */
const MOST_RELAXED = 64

export function createMemoryStoreDisk(image: MemoryStoreImage = new Map()): MemoryStoreDisk {
  const disk: Disk = {
    durable: new Map(image),
    relaxed: [],
    life: 0,
    crash(kept = 0) {
      disk.life += 1
      for (const write of disk.relaxed.slice(0, kept)) apply(disk.durable, write)
      disk.relaxed = []
    },
    wipe: () => disk.restore(new Map()),
    image() {
      const all = new Map(disk.durable)
      for (const write of disk.relaxed) apply(all, write)
      return all
    },
    restore(older) {
      disk.life += 1
      disk.durable = new Map(older)
      disk.relaxed = []
    },
    unflushedWrites: () => disk.relaxed.length,
  }
  return disk
}

function apply(content: Map<string, Stored>, write: Write): void {
  for (const [key, value] of write) {
    if (value === undefined) content.delete(key)
    else content.set(key, value)
  }
}

export interface MemoryTerminalStoreOptions {
  readonly disk: MemoryStoreDisk
  /** Awaited before each call; a rejection makes it fail with nothing done. */
  before?(call: keyof TerminalStore): Promise<void>
}

/** A projection with everything but a real disk. It passes `terminalStoreContract`. */
export function openMemoryTerminalStore(options: MemoryTerminalStoreOptions): TerminalStore {
  const disk = options.disk as Disk
  const { life } = disk
  const content = new Map(disk.image())

  async function reach(call: keyof TerminalStore): Promise<void> {
    await options.before?.(call)
    // A dead process never hears back.
    if (disk.life !== life) await new Promise<never>(() => {})
  }

  function commit(write: Write, strict = false): void {
    apply(content, write)
    disk.relaxed.push(write)
    const due = strict ? disk.relaxed.length : disk.relaxed.length - MOST_RELAXED
    for (const flushed of disk.relaxed.splice(0, Math.max(0, due))) apply(disk.durable, flushed)
  }

  function idsOf(table: string): string[] {
    const prefix = `${table}/`
    return [...content.keys()].filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length))
  }

  const order = (id: string) => content.get(`orders/${id}`) as OrderDocument | undefined
  const document = (collection: SyncedCollection, id: string) =>
    content.get(`${collection}/${id}`) as JsonObject | undefined
  const edit = (collection: EditedCollection, id: string) =>
    content.get(`edits.${collection}/${id}`) as PendingEdit | undefined

  return {
    async readOrders(ids) {
      await reach('readOrders')
      return ids.flatMap((id) => order(id) ?? [])
    },
    async mergeOrders(documents) {
      await reach('mergeOrders')
      const changed: OrderId[] = []
      for (const incoming of documents) {
        const stored = order(incoming.id)
        const merged = stored ? mergeOrders(stored, incoming) : incoming
        if (stored && sameOrder(stored, merged)) continue
        commit(new Map([[`orders/${incoming.id}`, merged]]))
        if (!changed.includes(incoming.id)) changed.push(incoming.id)
      }
      return changed
    },
    async removeOrders(ids) {
      await reach('removeOrders')
      for (const id of ids) commit(new Map([[`orders/${id}`, undefined]]))
    },
    async listOrders(after, limit) {
      await reach('listOrders')
      const ids = idsOf('orders').filter((id) => after === null || id > after)
      return ids
        .toSorted()
        .slice(0, limit)
        .flatMap((id) => order(id) ?? [])
    },
    async readDocuments(collection, ids) {
      await reach('readDocuments')
      return ids.map((id) => document(collection, id)).filter((each) => each !== undefined)
    },
    async writeDocuments(collection, documents) {
      await reach('writeDocuments')
      for (const each of documents) commit(new Map([[`${collection}/${idOf(each)}`, each]]))
    },
    async pendingEdits() {
      await reach('pendingEdits')
      return [...content].flatMap(([key, value]) => (key.startsWith('edits.') ? [value as PendingEdit] : []))
    },
    async pendingEdit(collection, id) {
      await reach('pendingEdit')
      return edit(collection, id) ?? null
    },
    async writeEdited(collection, each, pending) {
      await reach('writeEdited')
      const id = idOf(each)
      commit(
        new Map<string, Stored | undefined>([
          [`${collection}/${id}`, each],
          [`edits.${collection}/${id}`, pending ?? undefined],
        ]),
        true,
      )
    },
    async readState(key) {
      await reach('readState')
      return (content.get(`state/${key}`) as JsonValue | undefined) ?? null
    },
    async writeState(key, value) {
      await reach('writeState')
      commit(new Map([[`state/${key}`, value]]))
    },
  }
}

function idOf({ id }: JsonObject): string {
  if (typeof id !== 'string') throw new TypeError('a document without an id')
  return id
}

function sameOrder(a: OrderDocument, b: OrderDocument): boolean {
  return jsonEquals(a.facts, b.facts) && jsonEquals(a.verdicts, b.verdicts) && jsonEquals(a.rewritten, b.rewritten)
}
