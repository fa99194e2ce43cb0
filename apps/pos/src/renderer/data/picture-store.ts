import { pictureType } from '@orderez/core/menu'
import type { PersonId } from '@orderez/core/kernel'

/** A photograph that the server does not have yet. */
export interface UnsentPicture {
  readonly name: string
  readonly photo: Blob
  readonly by: PersonId
  /** Epoch milliseconds. */
  readonly keptAt: number
}

/** The pictures on this device, by the names that dishes carry. */
export interface PictureStore {
  read(name: string): Promise<Blob | null>
  keep(name: string, picture: Blob): Promise<void>
  names(): Promise<readonly string[]>
  drop(name: string): Promise<void>
  keepUnsent(unsent: UnsentPicture): Promise<void>
  unsent(): Promise<readonly UnsentPicture[]>
  dropUnsent(name: string): Promise<void>
}

/** A cache keeps requests of http alone, whatever the scheme of the page; nothing is ever asked of this host. */
const SHELF = 'https://pictures.invalid/'
const BY = 'x-orderez-by'
const KEPT_AT = 'x-orderez-kept-at'

/** The Cache API where the page may have it; else memory, as the terminal then works online only. */
export function openPictureStore(terminal: string): PictureStore {
  if (!('caches' in globalThis)) return memoryPictureStore()
  return cachedPictureStore(`orderez-pictures-${terminal}`)
}

function cachedPictureStore(name: string): PictureStore {
  const kept = openOnce(name)
  const waiting = openOnce(`${name}-unsent`)
  const at = (picture: string) => `${SHELF}${picture}`
  const nameOf = (request: Request) => request.url.slice(SHELF.length)
  return {
    async read(picture) {
      const found = await (await kept()).match(at(picture))
      return found ? typed(picture, await found.blob()) : null
    },
    keep: async (picture, bytes) => (await kept()).put(at(picture), new Response(bytes)),
    names: async () => (await (await kept()).keys()).map(nameOf),
    drop: async (picture) => void (await (await kept()).delete(at(picture))),
    async keepUnsent({ name: picture, photo, by, keptAt }) {
      const headers = { [BY]: by, [KEPT_AT]: String(keptAt) }
      await (await waiting()).put(at(picture), new Response(photo, { headers }))
    },
    async unsent() {
      const cache = await waiting()
      const found = await Promise.all(
        (await cache.keys()).map(async (request) => ({ name: nameOf(request), response: await cache.match(request) })),
      )
      return Promise.all(
        found.flatMap(({ name: picture, response }) => (response ? [unsentOf(picture, response)] : [])),
      )
    },
    dropUnsent: async (picture) => void (await (await waiting()).delete(at(picture))),
  }
}

/** Opening costs as much as reading; one that failed is tried again. */
function openOnce(name: string): () => Promise<Cache> {
  let opened: Promise<Cache> | null = null
  return () =>
    (opened ??= caches.open(name).catch((cause: unknown) => {
      opened = null
      throw cause
    }))
}

async function unsentOf(name: string, response: Response): Promise<UnsentPicture> {
  const photo = typed(name, await response.blob())
  return {
    name,
    photo,
    // What was put in by `keepUnsent`.
    by: (response.headers.get(BY) ?? '') as PersonId,
    keptAt: Number(response.headers.get(KEPT_AT)),
  }
}

/** An image shows a drawing only under its type. */
function typed(name: string, bytes: Blob): Blob {
  return bytes.slice(0, bytes.size, pictureType(name) ?? '')
}

function memoryPictureStore(): PictureStore {
  const kept = new Map<string, Blob>()
  const waiting = new Map<string, UnsentPicture>()
  return {
    read: async (name) => kept.get(name) ?? null,
    keep: async (name, picture) => void kept.set(name, typed(name, picture)),
    names: async () => [...kept.keys()],
    drop: async (name) => void kept.delete(name),
    keepUnsent: async (unsent) => void waiting.set(unsent.name, unsent),
    unsent: async () => [...waiting.values()],
    dropUnsent: async (name) => void waiting.delete(name),
  }
}
