import type { JsonValue } from '../kernel/index.ts'
import type { DocumentWrite, WriteOutcome } from './document-store.ts'

const REV = /^[1-9][0-9]*-[0-9a-z]+$/

/**
 * What every store decides before it writes, so that all of them agree: an id that cannot be one is refused, a second write of
 * one id in a batch is a conflict (servers differ in what they do with it), and so is a revision that no server can have given.
 * Null: to be written. The content is screened apart, by `unstorable`, because each store finds the few doubtful ones its own way.
 */
export function screenWrites(writes: readonly DocumentWrite[]): (WriteOutcome | null)[] {
  const seen = new Set<string>()
  return writes.map((write) => {
    const reason = unstorableId(write.id)
    if (reason !== null) return { outcome: 'refused', reason }
    if (seen.has(write.id)) return { outcome: 'conflict' }
    seen.add(write.id)
    if (write.rev !== null && !REV.test(write.rev)) return { outcome: 'conflict' }
    return null
  })
}

/** True for what a document can be named; everything else is refused by every write and found by no read. */
export function isDocumentId(id: string): boolean {
  return unstorableId(id) === null
}

function unstorableId(id: string): string | null {
  if (id === '') return 'empty id'
  if (id.startsWith('_')) return 'reserved id'
  if (!id.isWellFormed()) return 'ill-formed text in the id'
  return hasControlCharacter(id) ? 'control character in the id' : null
}

function hasControlCharacter(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) < 0x20) return true
  return false
}

/**
 * Why a JSON value cannot be stored, or null. CouchDB refuses a whole batch for one lone surrogate, the embedded store would
 * take it and pass it on; a key named `__proto__` is lost on the way in one and kept in the other.
 * `known` remembers what was found good, so that the parts which a new version shares with the one before are not walked again.
 */
export function unstorable(value: JsonValue | undefined, known?: WeakSet<object>): string | null {
  if (typeof value === 'string') return value.isWellFormed() ? null : 'ill-formed text'
  if (typeof value === 'number') return Number.isFinite(value) ? null : 'not a finite number'
  if (typeof value !== 'object' || value === null || known?.has(value)) return null
  const reason = unstorableKey(value) ?? firstReason(Object.values(value), known)
  if (reason === null) known?.add(value)
  return reason
}

function unstorableKey(value: object): string | null {
  for (const key of Object.keys(value)) {
    if (key === '__proto__') return 'forbidden key'
    if (!key.isWellFormed()) return 'ill-formed text in a key'
  }
  return null
}

function firstReason(values: readonly (JsonValue | undefined)[], known?: WeakSet<object>): string | null {
  for (const value of values) {
    const reason = unstorable(value, known)
    if (reason !== null) return reason
  }
  return null
}
