import type { LiveValue } from './live-value.ts'

const KEEP_MS = 60_000

/** Where an image element finds a picture, for as long as somebody shows it. */
export interface PictureAddresses {
  /** An object URL; null while the picture is not on this device. */
  live(name: string): LiveValue<string>
  /** The picture has come: whoever shows a gap in its place shows it now. */
  arrived(name: string): void
  close(): void
}

interface Shown {
  readonly listeners: Set<() => void>
  url: string | null
  reading: boolean
  /** It came while it was being looked for, perhaps too late to be found. */
  again: boolean
  leaving: ReturnType<typeof setTimeout> | null
}

/** Makes object URLs on demand and takes them back a minute after the last look, so that going back to a category shows it at once. */
export function createPictureAddresses(read: (name: string) => Promise<Blob | null>): PictureAddresses {
  const shown = new Map<string, Shown>()
  const values = new Map<string, LiveValue<string>>()

  async function find(name: string, entry: Shown): Promise<Blob | null> {
    let picture: Blob | null
    do {
      entry.again = false
      picture = await read(name)
    } while (!picture && entry.again)
    return picture
  }

  async function load(name: string, entry: Shown): Promise<void> {
    if (entry.url !== null) return
    entry.again = true
    if (entry.reading) return
    entry.reading = true
    const picture = await find(name, entry).catch((cause: unknown) => {
      console.error('picture', cause)
      return null
    })
    entry.reading = false
    if (!picture || shown.get(name) !== entry) return
    entry.url = URL.createObjectURL(picture)
    for (const listener of entry.listeners) listener()
  }

  function leave(name: string, entry: Shown): void {
    if (entry.url !== null) URL.revokeObjectURL(entry.url)
    shown.delete(name)
  }

  function subscribe(name: string, listener: () => void): () => void {
    const entry = shown.get(name) ?? { listeners: new Set(), url: null, reading: false, again: false, leaving: null }
    shown.set(name, entry)
    if (entry.leaving !== null) clearTimeout(entry.leaving)
    entry.leaving = null
    entry.listeners.add(listener)
    void load(name, entry)
    return () => {
      entry.listeners.delete(listener)
      if (entry.listeners.size === 0) entry.leaving = setTimeout(() => leave(name, entry), KEEP_MS)
    }
  }

  return {
    live(name) {
      const value = values.get(name) ?? {
        get: () => shown.get(name)?.url ?? null,
        subscribe: (listener: () => void) => subscribe(name, listener),
      }
      values.set(name, value)
      return value
    },
    arrived(name) {
      const entry = shown.get(name)
      if (entry) void load(name, entry)
    },
    close() {
      for (const [name, entry] of shown) {
        if (entry.leaving !== null) clearTimeout(entry.leaving)
        leave(name, entry)
      }
    },
  }
}
