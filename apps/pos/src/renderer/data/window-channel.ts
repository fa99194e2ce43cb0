import type { EngineStatus } from '@orderez/core/sync-engine'

/** What the windows of one terminal tell each other. They are the same build of the same origin, so nothing is parsed. */
export type WindowMessage =
  | { readonly type: 'beat'; readonly status: EngineStatus; readonly heardAgo: number | null }
  /** The log has grown: the leader reads on. */
  | { readonly type: 'logGrew' }

export interface WindowChannel {
  tell(message: WindowMessage): void
  close(): void
}

export function openWindowChannel(name: string, listener: (message: WindowMessage) => void): WindowChannel {
  const channel = new BroadcastChannel(name)
  channel.addEventListener('message', (event: MessageEvent<WindowMessage>) => listener(event.data))
  return {
    tell: (message) => channel.postMessage(message),
    close: () => channel.close(),
  }
}
