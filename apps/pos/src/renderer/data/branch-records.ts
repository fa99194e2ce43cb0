import type { Branch, Person, Role, Station } from '@orderez/core/branch'
import type { JsonObject, PersonId, StationId } from '@orderez/core/kernel'
import { ofKind } from './documents-of-kind.ts'

/** The branch's own records: its settings, its people, what their roles may do, its stations. */
export interface BranchRecords {
  /** Null until the first copy has arrived. */
  readonly branch: Branch | null
  readonly people: readonly Person[]
  readonly person: ReadonlyMap<PersonId, Person>
  readonly roles: readonly Role[]
  readonly stations: readonly Station[]
  readonly station: ReadonlyMap<StationId, Station>
  /** Stations that were removed, or that have no screen. */
  readonly unwatched: ReadonlySet<StationId>
}

export function branchRecordsOf(documents: readonly JsonObject[]): BranchRecords {
  const people = ofKind(documents, 'person')
    .filter((person) => person.active)
    .toSorted(byId)
  const stations = ofKind(documents, 'station').toSorted((a, b) => a.sort - b.sort || byId(a, b))
  return {
    branch: ofKind(documents, 'branch')[0] ?? null,
    people,
    person: new Map(ofKind(documents, 'person').map((person) => [person.id, person])),
    roles: ofKind(documents, 'role'),
    stations,
    station: new Map(stations.map((station) => [station.id, station])),
    unwatched: new Set(documents.filter(isUnwatched).map(({ id }) => id)),
  }
}

function isUnwatched(document: JsonObject): document is JsonObject & Station {
  return document['kind'] === 'station' && (document['deleted'] === true || document['screen'] === false)
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1
}
