import {
  canonicalJson,
  sha256Hex,
  type ConflictId,
  type EditId,
  type JsonObject,
  type JsonValue,
} from '../kernel/index.ts'
import type { Conflict } from '../inbox/index.ts'
import type { SyncedCollection } from '../sync/index.ts'
import type { OrderDocument, Verdict } from '../orders/index.ts'
import type { LeafConflict } from './fold-records.ts'
import type { StoredRecord } from './journal.ts'

const MAX_FIELDS = 200
const MAX_NAME = 120

/** A25: what the inbox says about leaves that could not be kept whole; the same from whichever server folds them, however often. */
export function leafReports(
  collection: SyncedCollection,
  { document, edits }: StoredRecord,
  conflicts: readonly LeafConflict[],
): Conflict[] {
  const latest = edits.reduce((last, { at }) => Math.max(last, at), 0)
  return conflicts.map(({ about, fields, wanted, theirs, mine }) => ({
    ...named(
      {
        document: String(document['id']),
        theirs: theirs?.id,
        mine: mine?.id,
        fields: fields.map(({ path, ...readings }) => ({ path, ...readings })),
        wanted,
      },
      mine?.id,
    ),
    kind: 'conflict',
    v: 1,
    at: mine?.at ?? latest,
    collection,
    document: String(document['id']),
    documentKind: String(document['kind']).slice(0, 20),
    about,
    fields: fields
      .slice(0, MAX_FIELDS)
      .map((field) => ({ ...field, path: field.path.map((name) => name.slice(0, MAX_NAME).toWellFormed()) })),
    ...(wanted && { wanted }),
    theirs: { person: theirs?.person ?? null, terminal: theirs?.terminal ?? null },
    mine: { person: mine?.person ?? null, terminal: mine?.terminal ?? null },
  }))
}

/** A26: facts that two servers judged differently: which verdict stands (V3), and which does not. One record an order. */
export function verdictReports(order: OrderDocument, leaves: readonly Pick<OrderDocument, 'verdicts'>[]): Conflict[] {
  const others = leaves
    .flatMap(({ verdicts }) => Object.values(verdicts))
    .filter((verdict) => isOverruled(order, verdict))
  const byFact = new Map(others.map((verdict) => [verdict.of, verdict]))
  if (byFact.size === 0) return []
  const fields = [...byFact.values()]
    .toSorted((a, b) => (a.of < b.of ? -1 : 1))
    .map(({ of, decision }) => ({
      path: ['verdicts', of, 'decision'],
      ...(order.verdicts[of] && { theirs: order.verdicts[of].decision }),
      mine: decision,
    }))
  return [
    {
      ...named({ document: order.id, fields }, undefined),
      kind: 'conflict',
      v: 1,
      at: Math.max(...[...byFact.values()].map(({ receivedAt }) => receivedAt)),
      collection: 'orders',
      document: order.id,
      documentKind: 'order',
      about: 'field',
      fields: fields.slice(0, MAX_FIELDS),
      theirs: { person: null, terminal: null },
      mine: { person: null, terminal: null },
    },
  ]
}

function isOverruled({ verdicts }: OrderDocument, { of, decision }: Verdict): boolean {
  return verdicts[of] !== undefined && verdicts[of].decision !== decision
}

/** Ids that follow from what is said. Where no edit is known the record has one of its own making. */
function named(
  said: Readonly<Record<string, JsonValue | undefined>>,
  edit: EditId | undefined,
): Pick<Conflict, 'id' | 'edit'> {
  const hex = sha256Hex(canonicalJson(said as JsonObject))
  const uuid = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
  return { id: `cfl_${uuid}` as ConflictId, edit: edit ?? (`edt_${uuid}` as EditId) }
}
