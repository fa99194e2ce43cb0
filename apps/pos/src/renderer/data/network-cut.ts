import { err } from '@orderez/core/kernel'
import type { ServerLink } from '@orderez/core/sync'

/** A switch that cuts this terminal off, all its windows, and outlives a reload. For showing what happens then. */
export interface NetworkCut {
  isCut(): boolean
  set(cut: boolean): void
  /** Hears of every change, also of one that another window made. Returns the way to stop. */
  listen(listener: () => void): () => void
  close(): void
}

const KEY = 'orderez.cut'

/** The switch belongs to one installed terminal: another one that is installed here later begins connected. */
export function openNetworkCut(
  terminal: string,
  storage: Storage = localStorage,
  page: EventTarget = window,
): NetworkCut {
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const listener of listeners) listener()
  }
  const hear = (event: Event) => {
    const { key } = event as StorageEvent
    if (key === KEY || key === null) tell()
  }
  page.addEventListener('storage', hear)
  return {
    isCut: () => storage.getItem(KEY) === terminal,
    set(cut) {
      if (cut) storage.setItem(KEY, terminal)
      else storage.removeItem(KEY)
      tell()
    },
    listen(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    close: () => page.removeEventListener('storage', hear),
  }
}

/** The link as a cut cable leaves it: nothing goes out, answers under way are lost, the stream ends. */
export function createCuttableLink(link: ServerLink, network: NetworkCut): ServerLink {
  const lost = () => err('link.offline' as const, 'the network is cut by hand')
  async function call<T>(ask: () => Promise<T>): Promise<T | ReturnType<typeof lost>> {
    if (network.isCut()) return lost()
    const answer = await ask()
    return network.isCut() ? lost() : answer
  }
  return {
    handshake: (request) => call(() => link.handshake(request)),
    push: (request) => call(() => link.push(request)),
    pull: (request) => call(() => link.pull(request)),
    fetch: (request) => call(() => link.fetch(request)),
    openStream(on) {
      if (network.isCut()) {
        const timer = setTimeout(() => on.end(), 0)
        return { close: () => clearTimeout(timer) }
      }
      const stream = link.openStream({
        message: (message) => {
          if (!network.isCut()) on.message(message)
        },
        end() {
          stop()
          on.end()
        },
      })
      const stop = network.listen(() => {
        if (!network.isCut()) return
        stop()
        stream.close()
        on.end()
      })
      return {
        close() {
          stop()
          stream.close()
        },
      }
    },
  }
}
