import type { JsonObject } from '@orderez/core/kernel'
import type { LedgerDatabases, LedgerDocument } from './ledger-databases.ts'

interface Database {
  /** By id and revision, in the order in which they came. */
  readonly leaves: Map<string, LedgerDocument>
  readonly locals: Map<string, JsonObject>
}

/** The same in memory, for tests; a full one, which passes the contract. */
export function createMemoryLedgerDatabases(): LedgerDatabases {
  const databases = new Map<string, Database>()

  function at(name: string): Database {
    const known = databases.get(name) ?? { leaves: new Map(), locals: new Map() }
    databases.set(name, known)
    return known
  }

  return {
    async missing(name, revisions) {
      const { leaves } = at(name)
      const lacking = Object.entries(revisions).map(
        ([id, revs]) => [id, revs.filter((rev) => !leaves.has(`${id} ${rev}`))] as const,
      )
      return Object.fromEntries(lacking.filter(([, revs]) => revs.length > 0))
    },
    async keep(name, documents) {
      const { leaves } = at(name)
      for (const document of documents) {
        const key = `${document._id} ${document._rev}`
        const { _revisions, ...kept } = structuredClone(document)
        if (!leaves.has(key)) leaves.set(key, kept)
      }
    },
    async readLocal(name, id) {
      return structuredClone(at(name).locals.get(id) ?? null)
    },
    async writeLocal(name, id, body) {
      const { locals } = at(name)
      const rev = locals.get(id)?.['_rev']
      if (rev !== body['_rev']) return false
      locals.set(id, { ...structuredClone(body), _rev: `0-${Number(String(rev ?? '0-0').slice(2)) + 1}` })
      return true
    },
    async changes(name, since, limit) {
      const all = [...at(name).leaves.values()]
      const from = Number(since ?? '0')
      const documents = all.slice(from, from + limit)
      const ids = new Set(documents.map(({ _id }) => _id))
      // A document that is told of is told with all its leaves.
      const others = all.slice(0, from).filter(({ _id }) => ids.has(_id))
      const last = String(from + documents.length)
      return { documents: [...others, ...documents], last, more: documents.length === limit }
    },
    async range(name, from, to, { limit, newestFirst = false }) {
      const within = [...at(name).leaves.values()].filter(({ _id }) => _id >= from && _id <= to)
      const ids = [...new Set(within.map(({ _id }) => _id))].toSorted()
      const chosen = new Set(newestFirst ? ids.slice(-limit) : ids.slice(0, limit))
      return within.filter(({ _id }) => chosen.has(_id))
    },
  }
}
