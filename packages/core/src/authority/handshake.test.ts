import { describe, expect, test, vi } from 'vitest'
import { PROTOCOL } from '../sync/index.ts'
import { openSite } from '../testing/authority-site.ts'

const DAY_MS = 86_400_000

describe('a handshake', () => {
  test('A14: says what is known of the log, and gives the terminal its letters', async () => {
    const site = await openSite()
    const tablet = await site.enrol()
    expect(await tablet.handshake({ epoch: null, decided: 0 })).toMatchObject({
      value: { standing: 'continue', known: 0 },
    })
    const order = site.ids.next('order')
    await tablet.pushed([tablet.open(order), tablet.send(order)])
    const answer = await tablet.handshake()
    expect(answer).toMatchObject({
      ok: true,
      value: { standing: 'continue', known: 2, epoch: site.authority().epoch(), serverTime: site.now() },
    })
    const [document] = await site.authority().read('branch', [tablet.actor.terminal])
    expect(answer).toMatchObject({ value: { letters: document?.['letters'] } })
    expect(document?.['incarnations']).toEqual([{ id: tablet.incarnation(), since: site.now() }])
  })

  test.each([
    ['another protocol', { protocol: PROTOCOL + 1 }, 'protocol.unsupported'],
    ['another branch', { branch: 'brn_0190a0b0-0000-7000-8000-000000000000' }, 'branch.other'],
    ['more decided than said', { n: 1, decided: 2 }, 'request.malformed'],
    ['no hash', { hash: '' }, 'request.malformed'],
  ])('A1: %s is %s', async (_name, change, code) => {
    const tablet = await (await openSite()).enrol()
    expect(await tablet.handshake(change)).toMatchObject({ ok: false, code })
  })

  test('A1: a terminal that nobody enrolled is unknown', async () => {
    const site = await openSite()
    const tablet = await site.enrol()
    const stranger = { ...tablet.actor, terminal: site.ids.next('terminal') }
    const request = { branch: site.branch, collection: 'orders', checkpoint: null, limit: 10 }
    expect(await site.authority().pull(stranger, request)).toMatchObject({ code: 'terminal.unknown' })
    expect(await site.authority().pull({ ...tablet.actor, branch: site.ids.next('branch') }, request)).toMatchObject({
      code: 'branch.other',
    })
  })

  test('A14: a restart computes the same from what is stored, letters included', async () => {
    const site = await openSite()
    const tablet = await site.enrol()
    const order = site.ids.next('order')
    await tablet.pushed([tablet.open(order), tablet.send(order)])
    await tablet.pushed([{ ...tablet.note(order, 'x'), body: { text: 1 } }])
    const before = await tablet.handshake()
    expect(before).toMatchObject({ value: { known: 3 } })
    await site.restart()
    expect(await tablet.handshake()).toEqual(before)
  })

  test('A14: a terminal that was away for a month is known all the same, and no epoch ends for it', async () => {
    const site = await openSite()
    const tablet = await site.enrol()
    await tablet.pushed([tablet.open(site.ids.next('order'))])
    const epoch = site.authority().epoch()
    site.pass(30 * DAY_MS)
    await site.restart()
    expect(await tablet.handshake()).toMatchObject({ value: { known: 1, epoch } })
  })

  test('A5: a restored profile has to begin anew: it knows less, or another end', async () => {
    const site = await openSite()
    const tablet = await site.enrol()
    const order = site.ids.next('order')
    const start = tablet.tail()
    await tablet.pushed([tablet.open(order), tablet.send(order)])
    tablet.rewind(start)
    expect(await tablet.handshake()).toMatchObject({ value: { standing: 'newIncarnation', known: 2 } })
    const others = [tablet.note(order, 'a'), tablet.note(order, 'b')]
    expect(others).toHaveLength(2)
    expect(await tablet.handshake()).toMatchObject({ value: { standing: 'newIncarnation', known: 2 } })
  })
})

describe('an epoch', () => {
  test('A19: is kept over restarts', async () => {
    const site = await openSite()
    const epoch = site.authority().epoch()
    await site.restart()
    expect(site.authority().epoch()).toBe(epoch)
    expect(epoch).toMatch(/^[a-z0-9]{4,40}$/)
  })

  test('A19: ends for all when a terminal knows more of its log to be decided than the store has', async () => {
    const site = await openSite()
    const [tablet, other] = [await site.enrol('tablet'), await site.enrol('other')]
    const order = site.ids.next('order')
    await tablet.pushed([tablet.open(order)])
    const backup = site.store.snapshot()
    const lost = [tablet.send(order), tablet.note(order, 'x')]
    await tablet.pushed(lost)
    const old = await other.pull('orders')
    const before = site.authority().epoch()
    site.store.restore(backup)
    await site.restart()
    expect(site.authority().epoch()).toBe(before)
    const answer = await tablet.handshake({ epoch: before })
    expect(answer).toMatchObject({ ok: true, value: { known: 1, standing: 'continue' } })
    const after = site.authority().epoch()
    expect(after > before).toBe(true)
    // The same evidence, until everything has been sent again, makes no second one.
    await tablet.handshake({ epoch: after })
    expect(site.authority().epoch()).toBe(after)
    const pulled = await other.pull('orders', old.ok ? old.value.checkpoint : null)
    expect(pulled).toMatchObject({ ok: true, value: { restarted: true, epoch: after } })
    await tablet.pushed(lost)
    await site.restart()
    expect(await tablet.handshake()).toMatchObject({ value: { known: 3, epoch: after } })
  })

  test('A19: a number that came after the store was put back does not hide those before it', async () => {
    const site = await openSite()
    const tablet = await site.enrol()
    const order = site.ids.next('order')
    await tablet.pushed([tablet.open(order)])
    const backup = site.store.snapshot()
    const lost = tablet.note(order, 'lost')
    await tablet.pushed([lost])
    const before = site.authority().epoch()
    site.store.restore(backup)
    await site.restart()
    await tablet.pushed([tablet.note(order, 'after')])
    await site.restart()
    await tablet.handshake({ epoch: before })
    const after = site.authority().epoch()
    expect(after > before).toBe(true)
    await tablet.pushed([lost])
    await tablet.handshake({ epoch: after })
    expect(site.authority().epoch()).toBe(after)
    await site.restart()
    await tablet.handshake({ epoch: after })
    expect(site.authority().epoch()).toBe(after)
  })

  test('A14: facts of an order that is older than the window are no gap, and are not looked for', async () => {
    const site = await openSite()
    const tablet = await site.enrol()
    const [old, straddling] = [site.ids.next('order'), site.ids.next('order')]
    await tablet.pushed([tablet.open(straddling), tablet.open(old), tablet.note(old, 'x')])
    site.pass(20 * DAY_MS)
    await tablet.pushed([tablet.note(straddling, 'y')])
    const epoch = site.authority().epoch()
    await site.restart()
    const list = vi.spyOn(site.store, 'list')
    expect(await tablet.handshake()).toMatchObject({ value: { known: 4, epoch } })
    expect(list.mock.calls.filter(([name]) => name === 'orders')).toEqual([])
  })

  test('A19: ends when a terminal has met a later one of ours, and not for an older or an invented one', async () => {
    const site = await openSite()
    const tablet = await site.enrol()
    const [first] = [site.authority().epoch()]
    const lost = await tablet.pull('floor')
    const done = await tablet.pull('floor', lost.ok ? lost.value.checkpoint : null)
    site.store.recreate('floor')
    await tablet.pull('floor', done.ok ? done.value.checkpoint : null)
    const second = site.authority().epoch()
    expect(second > first).toBe(true)

    tablet.note(site.ids.next('order'), 'never sent')
    for (const epoch of [first, `zzzzzzzzz${'0'.repeat(31)}`, 'zzzz']) await tablet.handshake({ epoch })
    expect(site.authority().epoch()).toBe(second)

    site.keepEpoch(first)
    await site.restart()
    await tablet.handshake({ epoch: second })
    expect(site.authority().epoch() > second).toBe(true)
  })

  test('A19: ends when the store does not know a place that we gave', async () => {
    const site = await openSite()
    const tablet = await site.enrol()
    const first = await tablet.pull('floor')
    const done = await tablet.pull('floor', first.ok ? first.value.checkpoint : null)
    if (!done.ok) throw new Error(done.code)
    site.store.recreate('floor')
    const before = site.authority().epoch()
    const answer = await tablet.pull('floor', done.value.checkpoint)
    expect(answer).toMatchObject({ ok: true, value: { restarted: true } })
    expect(site.authority().epoch() > before).toBe(true)
  })
})
