import { sha256HexOf, type PersonId } from '@orderez/core/kernel'
import { photoOf, pictureName, type Dish } from '@orderez/core/menu'
import { hasRoomToSpare } from './disk-room.ts'
import { createPictureKeeper, type PicturesKept } from './keep-pictures.ts'
import type { LiveValue } from './live-value.ts'
import { createPictureAddresses } from './picture-addresses.ts'
import type { PictureLink } from './picture-link.ts'
import { openPictureStore } from './picture-store.ts'

/** The first screen comes first. */
const START_MS = 2_000

/** The menu's pictures as this terminal has them, with a network or without. */
export interface Pictures {
  /** What an image element takes; null while the picture is not here. */
  address(name: string): LiveValue<string>
  /**
   * Keeps a photograph that was made here and answers the name under which a dish may name it at once. It goes to the server when there is
   * one and a saved dish names it. Rejects when it is not kept.
   */
  keep(photo: Blob, by: PersonId): Promise<string>
  readonly kept: LiveValue<PicturesKept>
}

interface PictureParts {
  readonly terminal: string
  readonly link: PictureLink
  readonly dishes: LiveValue<readonly Dish[]>
  isOnline(): boolean
  /** Calls when the connection changes; returns the way to stop. */
  onConnection(listener: () => void): () => void
  now(): number
}

export function openPictures(parts: PictureParts): { readonly pictures: Pictures; close(): void } {
  const { terminal, link, dishes, isOnline, now } = parts
  const store = openPictureStore(terminal)
  const addresses = createPictureAddresses(store.read)
  const listeners = new Set<() => void>()
  let kept: PicturesKept = { unsent: [], refused: [], isFull: false }
  function changed(next: PicturesKept): void {
    kept = next
    for (const listener of listeners) listener()
  }
  const keeper = createPictureKeeper({
    store,
    link,
    isOnline,
    hasRoom: () => hasRoomToSpare(navigator.storage),
    now,
    arrived: addresses.arrived,
    changed,
    alone: (round) => aloneHere(`orderez-pictures-${terminal}`, round),
  })
  let stopMenu = () => {}
  const start = setTimeout(() => {
    stopMenu = dishes.subscribe(() => keeper.menuIs(dishes.get()))
    keeper.menuIs(dishes.get())
  }, START_MS)
  const stopConnection = parts.onConnection(keeper.nudge)
  return {
    pictures: {
      address: addresses.live,
      async keep(photo, by) {
        const bytes = new Uint8Array(await photo.arrayBuffer())
        const found = photoOf(bytes)
        if (!found) throw new Error('not a photograph')
        const name = pictureName(sha256HexOf(bytes), found.kind)
        await store.keepUnsent({ name, photo, by, keptAt: now() })
        await store.keep(name, photo)
        changed({ ...kept, unsent: [...new Set([...kept.unsent, name])] })
        addresses.arrived(name)
        return name
      },
      kept: {
        get: () => kept,
        subscribe(listener) {
          listeners.add(listener)
          return () => void listeners.delete(listener)
        },
      },
    },
    close() {
      clearTimeout(start)
      stopMenu()
      stopConnection()
      keeper.stop()
      addresses.close()
    },
  }
}

/** Two windows of one terminal share what is kept: while one is at a round, the other leaves its own out. */
async function aloneHere(name: string, round: () => Promise<void>): Promise<void> {
  if (!('locks' in navigator)) return round()
  await navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
    if (lock) await round()
  })
}
