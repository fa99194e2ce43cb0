import type { Branch, Person, Role, Tax, Terminal } from '../branch/index.ts'
import type { JsonObject, PersonId, TerminalId } from '../kernel/index.ts'
import type { RoleRights } from '../staff/index.ts'
import type { DocumentStore } from '../sync/index.ts'
import { openRecord } from './stored-record.ts'

/** The branch's people, terminals and rights, in memory. Read anew when the collection has changed, so that a revocation works at once. */
export interface Directory {
  /** Call before asking; reads only after a change. */
  refresh(): Promise<void>
  /** The collection has changed, here or by replication. */
  outdate(): void
  person(id: PersonId): Person | null
  terminal(id: TerminalId): Terminal | null
  rights(): RoleRights
  branch(): Branch | null
  tax(id: string): Tax | null
}

const PAGE = 200

export function createDirectory(store: Pick<DocumentStore, 'list'>): Directory {
  let outdated = true
  let documents = new Map<string, JsonObject>()
  let roles: readonly Role[] = []
  let reading: Promise<void> | null = null

  async function readAll(): Promise<Map<string, JsonObject>> {
    const found = new Map<string, JsonObject>()
    for (let after: string | null = null; ;) {
      const page = await store.list('branch', after, PAGE)
      for (const stored of page) found.set(stored.id, openRecord(stored).document)
      after = page.at(-1)?.id ?? null
      if (page.length < PAGE) return found
    }
  }

  async function readAnew(): Promise<void> {
    // Before reading, so that a change that comes meanwhile is not missed.
    outdated = false
    try {
      documents = await readAll()
      const isRole = (document: JsonObject): boolean => document['kind'] === 'role'
      roles = [...documents.values()].filter(isRole) as readonly JsonObject[] as readonly Role[]
    } catch (error) {
      outdated = true
      throw error
    }
  }

  function find<T>(id: string, kind: string): T | null {
    const document = documents.get(id)
    return document?.['kind'] === kind ? (document as T) : null
  }

  return {
    async refresh() {
      while (outdated || reading) {
        reading ??= readAnew().finally(() => {
          reading = null
        })
        await reading
      }
    },
    outdate() {
      outdated = true
    },
    person: (id) => find<Person>(id, 'person'),
    terminal: (id) => find<Terminal>(id, 'terminal'),
    tax: (id) => find<Tax>(id, 'tax'),
    rights: () => roles,
    branch: () => ([...documents.values()].find(({ kind }) => kind === 'branch') as Branch | undefined) ?? null,
  }
}
