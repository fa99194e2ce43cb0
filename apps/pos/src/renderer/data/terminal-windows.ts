import type { EngineStatus, TerminalEngine } from '@orderez/core/sync-engine'
import { seekLeadership } from './leadership.ts'
import type { SwitchedLink } from './switched-link.ts'
import type { Terminal } from './terminal.ts'
import { openWindowChannel, type WindowChannel, type WindowMessage } from './window-channel.ts'

type Windowed = Pick<Terminal, 'record' | 'edit' | 'status' | 'onStatus' | 'fetchOrders' | 'close'>

/**
 * The engine as seen from one of several windows. Facts go to the shared log from any window, and the leader is told; a window in
 * which a person edits takes the lead; the status shown is the leader's.
 */
export function shareAmongWindows(engine: TerminalEngine, network: SwitchedLink, name: string): Windowed {
  const role = createWindowRole(engine, network)
  const shown = createShownStatus(engine, role)

  function hear(message: WindowMessage): void {
    if (message.type === 'logGrew') {
      if (role.leading()) engine.nudge()
      return
    }
    leadership.heard()
    role.sawLeader()
    shown.fromLeader(message.status, message.heardAgo)
  }

  const channel = openWindowChannel(name, hear)
  const leadership = seekLeadership({
    name,
    onLead: role.lead,
    onFollow: role.follow,
    beat: () => tellStatus(channel, engine.status()),
  })

  return {
    status: shown.read,
    onStatus: shown.listen,
    async record(drafts) {
      await role.settled()
      const facts = await engine.record(drafts)
      if (!role.leading()) channel.tell({ type: 'logGrew' })
      return facts
    },
    async edit(collection, next, person) {
      // A document and its pending edit have one writer.
      if (!role.leading()) await leadership.takeOver()
      await role.settled()
      await engine.edit(collection, next, person)
    },
    async fetchOrders(ids) {
      await role.settled()
      await engine.fetchOrders(ids)
    },
    async close() {
      leadership.leave()
      await role.settled()
      await engine.stop()
      channel.close()
    },
  }
}

function tellStatus(channel: WindowChannel, status: EngineStatus): void {
  const { heardAt } = status
  channel.tell({ type: 'beat', status, heardAgo: heardAt === null ? null : performance.now() - heardAt })
}

interface WindowRole {
  leading(): boolean
  lead(): void
  follow(): void
  /** Another window leads, so that what this one's engine knows grows old. */
  sawLeader(): void
  /** No change of roles is under way. */
  settled(): Promise<void>
}

/** A window that took over from another leads with an engine started anew, so that it knows what the other knew. */
function createWindowRole(engine: TerminalEngine, network: SwitchedLink): WindowRole {
  let leading = false
  let followed = false
  let changing = engine.start()

  function become(leader: boolean): void {
    const anew = followed || !leader
    leading = leader
    followed = !leader
    network.on = leader
    changing = changing.then(() => (anew ? restart(engine) : engine.nudge()))
  }

  return {
    leading: () => leading,
    lead: () => become(true),
    follow: () => become(false),
    sawLeader() {
      followed = true
    },
    settled: () => changing,
  }
}

async function restart(engine: TerminalEngine): Promise<void> {
  await engine.stop()
  await engine.start()
}

/** The engine's own status while this window leads, the leader's while it does not. Monotonic times are those of this window. */
function createShownStatus(engine: TerminalEngine, role: Pick<WindowRole, 'leading'>) {
  const listeners = new Set<(status: EngineStatus) => void>()
  let shown = engine.status()

  function show(status: EngineStatus): void {
    shown = status
    for (const listener of listeners) listener(status)
  }
  engine.onStatus((status) => {
    if (role.leading()) show(status)
  })

  return {
    read: () => shown,
    listen(listener: (status: EngineStatus) => void): () => void {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    fromLeader(status: EngineStatus, heardAgo: number | null): void {
      if (role.leading()) return
      show({ ...status, heardAt: heardAgo === null ? null : performance.now() - heardAgo })
    },
  }
}
