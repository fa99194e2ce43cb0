import { describe, expect, test } from 'vitest'
import type { Result } from '../kernel/index.ts'
import type { OrderDocument } from '../orders/index.ts'
import type { AuthorityMistake } from './authority-ports.ts'
import type { StoreFault } from '../testing/memory-document-store.ts'
import { openSite, type AuthoritySite, type SiteOptions } from '../testing/authority-site.ts'

interface Experiment {
  /** What a check sees: the same with and without the mistake would mean that the switch does nothing. */
  readonly observe: (open: (options?: SiteOptions) => Promise<AuthoritySite>) => Promise<unknown>
  readonly right: unknown
}

function codeOf(result: Result<unknown, string>): string {
  return result.ok ? 'ok' : result.code
}

function firstWrites(times: number, fault: StoreFault): NonNullable<SiteOptions['fault']> {
  let left = times
  return (call, name) => {
    if (call !== 'write' || name !== 'orders' || left === 0) return null
    left -= 1
    return fault
  }
}

async function countStored(site: AuthoritySite): Promise<number> {
  const orders = await site.authority().list('orders', 'order')
  return orders.reduce((sum, order) => sum + Object.keys((order as OrderDocument).facts).length, 0)
}

const experiments: Record<AuthorityMistake, Experiment> = {
  'verdict-before-store': {
    async observe(open) {
      const site = await open({ fault: firstWrites(100, { kind: 'conflict' }) })
      const tablet = await site.enrol()
      return codeOf(await tablet.push([tablet.open(site.ids.next('order'))]))
    },
    right: 'authority.unavailable',
  },
  'unknown-as-stored': {
    async observe(open) {
      const site = await open({ fault: firstWrites(1, { kind: 'lostAnswer', applied: 0 }) })
      const tablet = await site.enrol()
      await tablet.push([tablet.open(site.ids.next('order'))])
      return countStored(site)
    },
    right: 1,
  },
  'no-dedup': {
    async observe(open) {
      const site = await open()
      const tablet = await site.enrol()
      const facts = [tablet.open(site.ids.next('order'))]
      const first = await tablet.pushed(facts)
      site.pass(1_000)
      return JSON.stringify((await tablet.pushed(facts)).facts) === JSON.stringify(first.facts)
    },
    right: true,
  },
  'poison-blocks-batch': {
    async observe(open) {
      const site = await open()
      const tablet = await site.enrol()
      return codeOf(await tablet.push([tablet.open(site.ids.next('order')), 'poison']))
    },
    right: 'ok',
  },
  'last-writer-wins': {
    async observe(open) {
      let meanwhile: (() => void) | null = null
      const fault: SiteOptions['fault'] = (call, name) => {
        if (call !== 'write' || name !== 'orders' || meanwhile === null) return null
        const write = meanwhile
        meanwhile = null
        write()
        return { kind: 'conflict' }
      }
      const site = await open({ fault })
      const tablet = await site.enrol()
      const order = site.ids.next('order')
      const [mine, other] = [tablet.open(order), tablet.note(order, 'written by somebody else meanwhile')]
      const body = { id: order, kind: 'order', v: 1, facts: { [other.id]: other }, verdicts: {} }
      meanwhile = () => void site.store.write('orders', [{ id: order, rev: null, body, header: {} }])
      await tablet.push([mine])
      return countStored(site)
    },
    right: 2,
  },
  'seq-after-snapshot': {
    async observe(open) {
      const site = await open()
      const tablet = await site.enrol()
      const orders = [site.ids.next('order'), site.ids.next('order'), site.ids.next('order')]
      await tablet.pushed(orders.map((order) => tablet.open(order)))
      let page = await tablet.pull('orders', null, 2)
      const [seen] = page.ok ? page.value.documents : []
      await tablet.pushed([tablet.note(orders[0] ?? site.ids.next('order'), 'meanwhile')])
      let text = ''
      while (page.ok && page.value.more) {
        page = await tablet.pull('orders', page.value.checkpoint, 2)
        if (page.ok) text += page.value.checkpoint.snapshot ? '' : JSON.stringify(page.value.documents)
      }
      return seen !== undefined && text.includes('meanwhile')
    },
    right: true,
  },
  'epoch-kept-after-restore': {
    async observe(open) {
      const site = await open()
      const tablet = await site.enrol()
      const backup = site.store.snapshot()
      await tablet.pushed([tablet.open(site.ids.next('order'))])
      const before = site.authority().epoch()
      site.store.restore(backup)
      await site.restart()
      await tablet.handshake()
      return site.authority().epoch() === before
    },
    right: false,
  },
  'price-from-client': {
    async observe(open) {
      const site = await open()
      const tablet = await site.enrol()
      const cheap = site.line({ price: { base: 1, options: [] } })
      const [outcome] = (await tablet.pushed([tablet.send(site.ids.next('order'), [cheap])])).facts
      return outcome?.outcome === 'decided' && outcome.verdict.decision
    },
    right: 'refused',
  },
  'right-not-checked': {
    async observe(open) {
      const site = await open()
      const tablet = await site.enrol()
      const [outcome] = (await tablet.pushed([tablet.send(site.ids.next('order'), [site.line()], site.people.kitchen)]))
        .facts
      return outcome?.outcome === 'decided' && outcome.verdict.decision
    },
    right: 'refused',
  },
}

describe('a planted mistake can be seen from outside', () => {
  test.each(Object.entries(experiments))('%s', async (mistake, { observe, right }) => {
    expect(await observe((options) => openSite(options))).toEqual(right)
    const has = (asked: AuthorityMistake): boolean => asked === mistake
    expect(await observe((options) => openSite({ ...options, mistakes: { has } }))).not.toEqual(right)
  })
})
