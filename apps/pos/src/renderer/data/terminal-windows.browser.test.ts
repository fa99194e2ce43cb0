import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { err, ok, type JsonObject, type Result } from '@orderez/core/kernel'
import { cartIdOf } from '@orderez/core/carts'
import type { LinkFailure, ServerLink } from '@orderez/core/sync'
import { createTerminalEngine } from '@orderez/core/sync-engine'
import { openSite, type AuthoritySite, type SiteTerminal } from '@orderez/core/testing/authority-site'
import { entropy, platformClock, timers } from '../platform/browser-ports.ts'
import { openTerminalDatabase, type TerminalDatabase } from './database.ts'
import { openIndexedDbFactLog } from './indexeddb-fact-log.ts'
import { createRxTerminalStore } from './rx-terminal-store.ts'
import { createSwitchedLink } from './switched-link.ts'
import { shareAmongWindows } from './terminal-windows.ts'

/** Straight to a real authority, as text. `cut` loses everything. */
function linkTo(site: AuthoritySite, { actor }: SiteTerminal): ServerLink & { cut: boolean; pushes: number } {
  async function call<T>(
    name: 'handshake' | 'push' | 'pull' | 'fetch',
    request: unknown,
  ): Promise<Result<T, LinkFailure>> {
    if (name === 'push') link.pushes += 1
    if (link.cut) return err('link.offline')
    const answer = await site.authority()[name](actor, JSON.parse(JSON.stringify(request)))
    return answer.ok ? ok(JSON.parse(JSON.stringify(answer.value)) as T) : err('link.rejected', answer.code)
  }
  const link: ServerLink & { cut: boolean; pushes: number } = {
    cut: false,
    pushes: 0,
    handshake: (request) => call('handshake', request),
    push: (request) => call('push', request),
    pull: (request) => call('pull', request),
    fetch: (request) => call('fetch', request),
    openStream(on) {
      const leave = site
        .authority()
        .subscribe((collections) => on.message({ type: 'changed', collections: [...collections] }))
      const first = setTimeout(
        () => on.message({ type: 'beat', epoch: site.authority().epoch(), serverTime: site.now() }),
        0,
      )
      return {
        close() {
          clearTimeout(first)
          leave()
        },
      }
    },
  }
  return link
}

describe('one terminal in several windows', () => {
  let seed = 0
  let site: AuthoritySite
  let terminal: SiteTerminal
  let database: TerminalDatabase
  const closers: (() => Promise<void>)[] = []

  beforeEach(async () => {
    // Another seed gives other ids, and the log in IndexedDB is named by the terminal.
    seed += 1
    site = await openSite({ seed })
    terminal = await site.enrol()
    database = await openTerminalDatabase(`windows-${crypto.randomUUID()}`)
  })
  afterEach(async () => {
    await Promise.all(closers.splice(0).map((close) => close()))
    await database.remove()
  })

  async function openWindow() {
    const { actor } = terminal
    const log = await openIndexedDbFactLog({
      terminal: actor.terminal,
      newIncarnation: () => site.ids.next('incarnation'),
      openedBefore: false,
    })
    const link = linkTo(site, terminal)
    const network = createSwitchedLink(link)
    const store = createRxTerminalStore(database, actor.terminal)
    const engine = createTerminalEngine(
      { log, store, link: network.link, clock: platformClock, timers, entropy },
      actor,
    )
    const windows = shareAmongWindows(engine, network, `terminal-${actor.terminal}`)
    let open = true
    const close = async () => {
      if (!open) return
      open = false
      await windows.close()
      await log.close()
    }
    closers.push(close)
    return { ...windows, link, network, close }
  }

  const onServer = async (order: string) => {
    const [stored] = await site.store.read('orders', [order])
    return Object.keys((stored?.body['facts'] ?? {}) as JsonObject)
  }

  it('sends what any of them records, through the one that leads', async () => {
    const first = await openWindow()
    const second = await openWindow()
    const order = site.ids.next('order')
    const [fact] = await second.record([terminal.draft(order, 'noteSet', { text: 'from the second window' })])
    await vi.waitFor(async () => expect(await onServer(order)).toEqual([fact?.id]), { timeout: 10_000 })
    expect(second.link.pushes).toBe(0)
    expect(first.network.on).toBe(true)
    expect(second.network.on).toBe(false)
    await vi.waitFor(() => expect(second.status()).toMatchObject({ link: 'online', undecided: 0 }), { timeout: 10_000 })
  })

  it('gives the lead to the window in which a person edits, and goes on after it is closed', async () => {
    const first = await openWindow()
    const second = await openWindow()
    const order = site.ids.next('order')
    const cart = { id: cartIdOf(order), kind: 'cart', v: 1, order, lines: {} }
    await second.edit('carts', cart, site.people.waiter)
    expect(second.network.on).toBe(true)
    await vi.waitFor(() => expect(first.network.on).toBe(false))
    await vi.waitFor(async () => expect(await site.store.read('carts', [cart.id])).toHaveLength(1), { timeout: 10_000 })
    await second.close()
    await vi.waitFor(() => expect(first.network.on).toBe(true))
    const [fact] = await first.record([terminal.draft(order, 'noteSet', { text: 'after' })])
    await vi.waitFor(async () => expect(await onServer(order)).toEqual([fact?.id]), { timeout: 10_000 })
  })

  it('loses nothing that a leader without a network left behind', async () => {
    const first = await openWindow()
    first.link.cut = true
    const second = await openWindow()
    const order = site.ids.next('order')
    const facts = await first.record([
      terminal.draft(order, 'noteSet', { text: 'one' }),
      terminal.draft(order, 'noteSet', { text: 'two' }),
    ])
    await first.close()
    const ids = facts.map((fact) => fact.id).toSorted((a, b) => a.localeCompare(b))
    await vi.waitFor(async () => expect((await onServer(order)).toSorted((a, b) => a.localeCompare(b))).toEqual(ids), {
      timeout: 15_000,
    })
    expect(second.network.on).toBe(true)
  })
})
