import type { IdKind, IdOf, IdSource } from '@orderez/core/kernel'

/** The same ids each time something is made anew, so that what a screen already shows and what is stored later are one thing. */
export function replayedIds(ids: IdSource): () => IdSource {
  const made: { [K in IdKind]?: IdOf<K>[] } = {}
  return () => {
    const used = new Map<IdKind, number>()
    return {
      next<K extends IdKind>(kind: K): IdOf<K> {
        const known: IdOf<K>[] = (made[kind] ??= [])
        const place = used.get(kind) ?? 0
        used.set(kind, place + 1)
        return (known[place] ??= ids.next(kind))
      },
    }
  }
}
