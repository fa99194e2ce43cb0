import type { CartId, LineId } from '../../src/kernel/index.ts'

/** A line that a person put into a shared cart, and that the terminal said it had kept. */
export interface CartEntry {
  readonly cart: CartId
  readonly line: LineId
  readonly profile: string
  /** Upheavals of the profile and of the server until then: since the last of them the line has been on the screen. */
  readonly upheavals: number
}

/** What must not be missing from edited documents: each line put into a cart. */
export interface EditBook {
  kept(entry: CartEntry): void
  /** Who edits a document waits until it is kept before editing it again: what is on the screen is not yet what is stored. */
  begin(profile: string, document: string): boolean
  end(profile: string, document: string): void
  /** Entries of which nobody has a copy any more. */
  forgive(isAnywhere: (entry: CartEntry) => boolean): number
  required(): readonly CartEntry[]
}

export function createEditBook(): EditBook {
  let entries: CartEntry[] = []
  const underWay = new Set<string>()
  return {
    kept: (entry) => void entries.push(entry),
    begin(profile, document) {
      const key = `${profile} ${document}`
      const isFree = !underWay.has(key)
      underWay.add(key)
      return isFree
    },
    end: (profile, document) => void underWay.delete(`${profile} ${document}`),
    forgive(isAnywhere) {
      const before = entries.length
      entries = entries.filter(isAnywhere)
      return before - entries.length
    },
    required: () => entries,
  }
}
