/** An entry of a list that several managers edit: its place is its order, and it is removed by a mark. */
interface Preset {
  readonly id: string
  readonly deleted?: boolean | undefined
}

/** The list with the entry in its place, or at the end where it is new. */
export function withPreset<T extends Preset>(list: readonly T[], entry: T): T[] {
  const isKnown = list.some(({ id }) => id === entry.id)
  return isKnown ? list.map((each) => (each.id === entry.id ? entry : each)) : [...list, entry]
}

/** The list with the entry marked as removed: absent would not mean removed where two lists are merged. */
export function withoutPreset<T extends Preset>(list: readonly T[], id: string): T[] {
  return list.map((each) => (each.id === id ? { ...each, deleted: true } : each))
}

/** The list with the entry one place earlier or later among those of its kind that are not removed; the same list at the end of them. */
export function movedPreset<T extends Preset>(
  list: readonly T[],
  id: string,
  by: 1 | -1,
  isPeer: (entry: T) => boolean = () => true,
): readonly T[] {
  const peers = list.filter((each) => !each.deleted && isPeer(each))
  const entry = peers.find((each) => each.id === id)
  const other = entry && peers[peers.indexOf(entry) + by]
  if (!entry || !other) return list
  return list.map((each) => (each === entry ? other : each === other ? entry : each))
}
