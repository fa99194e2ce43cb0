import type { EngineStatus, TerminalEngine } from '@orderez/core/sync-engine'
import { seekLeadership } from './leadership.ts'
import type { Terminal } from './terminal.ts'
import { openWindowChannel, type WindowMessage } from './window-channel.ts'

type Windowed = Pick<Terminal, 'record' | 'edit' | 'status' | 'onStatus' | 'fetchOrders' | 'close'>

/**
 * The engine as seen from one of several windows. Facts go to the shared log from any window, and the leader is told; a window in
 * which a person edits takes the lead; the status shown is the leader's. A window leads with an engine started anew, so that it knows what
 * the last leader knew.
 */
export function shareAmongWindows(engine: TerminalEngine, network: { on: boolean }, name: string): Windowed {
  const listeners = new Set<(status: EngineStatus) => void>()
  let leading = false
  /** Another window has led since this one started its engine, so that what it knows may be old. */
  let followed = false
  let shown = engine.status()
  let changing = engine.start()

  const show = (status: EngineStatus) => {
    shown = status
    for (const listener of listeners) listener(status)
  }
  engine.onStatus((status) => {
    if (leading) show(status)
  })

  function lead(): void {
    if (followed) return restart(true)
    leading = true
    network.on = true
    changing = changing.then(() => engine.nudge())
  }

  function restart(toLead: boolean): void {
    leading = toLead
    followed = !toLead
    network.on = toLead
    changing = changing
      .then(() => engine.stop())
      .then(() => engine.start())
      .then(() => {
        if (leading) show(engine.status())
      })
  }

  function hear(message: WindowMessage): void {
    switch (message.type) {
      case 'beat':
        leadership.heard()
        followed = true
        if (!leading)
          show({ ...message.status, heardAt: message.heardAgo === null ? null : performance.now() - message.heardAgo })
        return
      case 'logGrew':
        if (leading) engine.nudge()
        return
    }
  }

  const channel = openWindowChannel(name, hear)
  const leadership = seekLeadership({
    name,
    onLead: lead,
    onFollow: () => restart(false),
    beat() {
      const { heardAt } = engine.status()
      channel.tell({
        type: 'beat',
        status: engine.status(),
        heardAgo: heardAt === null ? null : performance.now() - heardAt,
      })
    },
  })

  /** A document and its pending edit have one writer: the window in which a person edits becomes the leader first. */
  async function takeOver(): Promise<void> {
    await leadership.takeOver()
    await changing
  }

  return {
    status: () => shown,
    onStatus(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    async record(drafts) {
      await changing
      const facts = await engine.record(drafts)
      if (!leading) channel.tell({ type: 'logGrew' })
      return facts
    },
    async edit(collection, next, person) {
      await changing
      if (!leading) await takeOver()
      await engine.edit(collection, next, person)
    },
    async fetchOrders(ids) {
      await changing
      await engine.fetchOrders(ids)
    },
    async close() {
      leadership.leave()
      await changing
      await engine.stop()
      channel.close()
    },
  }
}
