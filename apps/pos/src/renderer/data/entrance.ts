import { STATUS_BEFORE_START } from '@orderez/core/sync-engine'
import type { HostApi, Identity } from '../../shared/host-api.ts'
import type { IdentityKeeper } from '../platform/identity-keeper.ts'
import type { BranchRecords } from './branch-records.ts'
import type { LiveValue } from './live-value.ts'
import { openNetworkCut } from './network-cut.ts'
import { readStoredBranch } from './stored-branch.ts'
import type { Terminal } from './terminal.ts'

/** A window that nobody looks at paints nothing, and still has to work. */
const PAINT_PATIENCE_MS = 1_000

/** What the sign-in needs of this terminal. It is there at once; the terminal itself opens behind it. */
export interface Entrance extends Pick<Terminal, 'identity' | 'network' | 'status' | 'onStatus'> {
  readonly branch: LiveValue<BranchRecords>
  /** Null until it is open. */
  readonly terminal: LiveValue<Terminal>
  /** Opens the terminal: at once for somebody who has signed in already, else when people can choose their name. Rejects when it does not open. */
  begin(isAwaited: boolean): Promise<void>
  /** The people are on the screen. */
  shown(): void
}

interface EntranceRequest {
  readonly identity: Identity
  readonly keeper: IdentityKeeper
  readonly host: HostApi | null
}

export function createEntrance({ identity, keeper, host }: EntranceRequest): Entrance {
  const cable = openNetworkCut(identity.terminal)
  const news = createNews()
  const painted = Promise.withResolvers<void>()
  let stored: BranchRecords | null = null
  let terminal: Terminal | null = null
  const status = () => terminal?.status() ?? STATUS_BEFORE_START

  async function look(): Promise<void> {
    stored = await readStoredBranch(identity.terminal)
    if (!stored) return
    news.tell()
    const timer = setTimeout(painted.resolve, PAINT_PATIENCE_MS)
    await painted.promise
    clearTimeout(timer)
  }

  return {
    identity,
    network: cable,
    status,
    onStatus: (listener) => news.listen(() => listener(status())),
    branch: { get: () => terminal?.queries.branch.get() ?? stored, subscribe: news.listen },
    terminal: { get: () => terminal, subscribe: news.listen },
    shown: painted.resolve,
    async begin(isAwaited) {
      if (!isAwaited) await look()
      const { openTerminal } = await import('./open-terminal.ts')
      const opened = await openTerminal({ identity, keeper, host, cable })
      opened.onStatus(news.tell)
      opened.queries.branch.subscribe(news.tell)
      terminal = opened
      news.tell()
    },
  }
}

function createNews() {
  const listeners = new Set<() => void>()
  return {
    tell(): void {
      for (const listener of listeners) listener()
    },
    listen(listener: () => void): () => void {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
