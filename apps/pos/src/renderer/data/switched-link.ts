import { err } from '@orderez/core/kernel'
import type { ServerLink } from '@orderez/core/sync'

export interface SwitchedLink {
  readonly link: ServerLink
  on: boolean
}

/** A link that can be laid still: the engine of a window that does not lead keeps log and store, and leaves the network to the leader. */
export function createSwitchedLink(link: ServerLink): SwitchedLink {
  const still = async () => err('link.offline' as const, 'another window leads')
  const switched: SwitchedLink = {
    on: false,
    link: {
      handshake: (request) => (switched.on ? link.handshake(request) : still()),
      push: (request) => (switched.on ? link.push(request) : still()),
      pull: (request) => (switched.on ? link.pull(request) : still()),
      fetch: (request) => (switched.on ? link.fetch(request) : still()),
      openStream(on) {
        if (switched.on) return link.openStream(on)
        const timer = setTimeout(() => on.end(), 0)
        return { close: () => clearTimeout(timer) }
      },
    },
  }
  return switched
}
