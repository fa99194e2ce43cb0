import { invariant, type JsonObject } from '../kernel/index.ts'
import type { Header, StoredDocument } from '../sync/index.ts'

/** One end of a document's revision tree, with the way down to its root. */
export interface Leaf {
  /** Newest first: its own revision and those it grew from. */
  readonly path: readonly string[]
  readonly body: JsonObject
  readonly header: Header
  readonly deleted: boolean
}

/** What the leaf of a new revision is; the same content on the same parent is the same revision, on whichever store. */
export function grownLeaf(
  parent: Leaf | null,
  content: Pick<Leaf, 'body' | 'header'> & { readonly deleted?: boolean },
): Leaf {
  const { body, header, deleted = false } = content
  const path = parent?.path ?? []
  const hash = hashOf(JSON.stringify([path[0] ?? null, deleted, header, body]))
  return { path: [`${path.length + 1}-${hash}`, ...path], body, header, deleted }
}

export function revOf({ path }: Leaf): string {
  const [rev] = path
  invariant(rev !== undefined, 'a leaf without a revision')
  return rev
}

/** Takes a leaf in as replication does: nothing happens where it is known, and what it grew from is no leaf any more. */
export function withLeaf(leaves: readonly Leaf[], leaf: Leaf): readonly Leaf[] {
  if (leaves.some(({ path }) => path.includes(revOf(leaf)))) return leaves
  return [...leaves.filter((known) => !leaf.path.includes(revOf(known))), leaf]
}

/** What a reader sees: CouchDB's winner (a live leaf before a deleted one, the longer way, then the greater hash) and the live rest. */
export function seenDocument(id: string, leaves: readonly Leaf[]): StoredDocument | null {
  const [winner, ...losers] = leaves.filter(({ deleted }) => !deleted).toSorted(byRank)
  if (!winner) return null
  return {
    id,
    rev: revOf(winner),
    body: winner.body,
    header: winner.header,
    losers: losers.map((leaf) => ({ rev: revOf(leaf), body: leaf.body })),
  }
}

function byRank(a: Leaf, b: Leaf): number {
  return b.path.length - a.path.length || (revOf(a) > revOf(b) ? -1 : 1)
}

/** cyrb53: two 32-bit lanes. Tells contents apart in a test; it is no cryptographic hash. */
function hashOf(text: string): string {
  let [one, two] = [0xdeadbeef, 0x41c6ce57]
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    one = Math.imul(one ^ unit, 2_654_435_761)
    two = Math.imul(two ^ unit, 1_597_334_677)
  }
  one = Math.imul(one ^ (one >>> 16), 2_246_822_507) ^ Math.imul(two ^ (two >>> 13), 3_266_489_909)
  two = Math.imul(two ^ (two >>> 16), 2_246_822_507) ^ Math.imul(one ^ (one >>> 13), 3_266_489_909)
  return `1${(two >>> 0).toString(16).padStart(8, '0')}${(one >>> 0).toString(16).padStart(8, '0')}`
}
