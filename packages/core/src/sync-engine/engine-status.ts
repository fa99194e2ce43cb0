import type { EditId, FactId, JsonObject } from '../kernel/index.ts'
import type { EditedCollection, LogBreak } from '../sync/index.ts'

/**
 * `online`: the stream is open and was heard within 15 s. `unauthorised`: enrolment is missing or revoked. `blocked`: this device or the
 * server refuses to go on until somebody acts (`blockedBy`). In each of them recording goes on as long as the log does.
 */
export type LinkState = 'online' | 'connecting' | 'offline' | 'unauthorised' | 'blocked'

/** What does not work, and the reason in the words of the part that failed (for logs, not for sentences). */
export interface Blockage {
  readonly by: 'log' | 'store' | 'server'
  readonly reason: string
}

/** E11: an edit that the server did not take. `mine` is what the person wanted, so that it is not lost with the restored document. */
export interface RefusedEdit {
  readonly edit: EditId
  readonly collection: EditedCollection
  readonly document: string
  readonly code: string
  readonly mine: JsonObject
}

/** A fact that the server could not read. It stays in the log and in the server's dead letters. */
export interface DeadLetteredFact {
  readonly fact: FactId
  readonly code: string
}

export interface EngineStatus {
  readonly link: LinkState
  readonly blockedBy: Blockage | null
  /** Monotonic ms of the last word from the server; null before the first of this run. */
  readonly heardAt: number | null
  /** Facts of this terminal without the server's verdict. "All safe" is only true at 0. */
  readonly undecided: number
  readonly pendingEdits: number
  /** Facts of this terminal that count for nothing unless a manager rules otherwise. */
  readonly refused: number
  readonly held: number
  readonly deadLetters: readonly DeadLetteredFact[]
  readonly refusedEdits: readonly RefusedEdit[]
  readonly epoch: string | null
  /** Why the log began anew, oldest first, since this log was opened. */
  readonly breaks: readonly LogBreak[]
}

export interface StatusBoard {
  read(): EngineStatus
  /** Listeners hear of a change at once, and only of a change. */
  update(change: Partial<EngineStatus>): void
  listen(listener: (status: EngineStatus) => void): () => void
}

/** Before anything is known. */
export const STATUS_BEFORE_START: EngineStatus = {
  link: 'offline',
  blockedBy: null,
  heardAt: null,
  undecided: 0,
  pendingEdits: 0,
  refused: 0,
  held: 0,
  deadLetters: [],
  refusedEdits: [],
  epoch: null,
  breaks: [],
}

export function createStatusBoard(): StatusBoard {
  let status = STATUS_BEFORE_START
  const listeners = new Set<(status: EngineStatus) => void>()

  return {
    read: () => status,
    update(change) {
      const next = { ...status, ...change }
      if (same(next, status)) return
      status = next
      for (const listener of listeners) listener(status)
    },
    listen(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

function same(a: EngineStatus, b: EngineStatus): boolean {
  return (Object.keys(a) as (keyof EngineStatus)[]).every((key) => Object.is(a[key], b[key]))
}
