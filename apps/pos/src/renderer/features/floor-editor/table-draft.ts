import type { Guide, Table } from '@orderez/core/floor'

/** A table as it is being changed, before it is written. */
export interface TableDraft {
  readonly before: Table
  readonly now: Table
  readonly guides: readonly Guide[]
  /** Whether a hand is still on it. */
  readonly held: boolean
  /** The stored document that it stands in for once it is written: any later one is news. */
  readonly over: Table | null
}
