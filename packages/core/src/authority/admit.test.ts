import { describe, expect, test } from 'vitest'
import type { RoleName } from '../branch/index.ts'
import type { JsonObject, OrderId } from '../kernel/index.ts'
import { dishVersionOf } from '../menu/index.ts'
import {
  REFUSALS,
  type Basis,
  type Fact,
  type FactBody,
  type FactKind,
  type Line,
  type Verdict,
} from '../orders/index.ts'
import { isPhysical } from '../staff/index.ts'
import { openSite, type AuthoritySite, type SiteTerminal } from '../testing/authority-site.ts'

const basis: Basis = { units: [], charges: [], discounts: [], due: 0, seen: { count: 0, digest: '0'.repeat(64) } }

interface Scene {
  readonly site: AuthoritySite
  readonly tablet: SiteTerminal
  readonly order: OrderId
  readonly line: Line
  verdictOf(fact: unknown): Promise<Verdict>
  say<K extends FactKind>(kind: K, body: FactBody<K>, role?: RoleName): Promise<Verdict>
}

/** An open order with one line on it. */
async function openScene(): Promise<Scene> {
  const site = await openSite()
  const tablet = await site.enrol()
  const order = site.ids.next('order')
  const line = site.line()
  await tablet.pushed([tablet.open(order), tablet.send(order, [line])])
  async function verdictOf(fact: unknown): Promise<Verdict> {
    const [outcome] = (await tablet.pushed([fact])).facts
    if (outcome?.outcome !== 'decided') throw new Error(`not decided: ${JSON.stringify(outcome)}`)
    return outcome.verdict
  }
  return {
    site,
    tablet,
    order,
    line,
    verdictOf,
    say: (kind, body, role = 'waiter') => verdictOf(tablet.log(tablet.draft(order, kind, body, site.people[role]))[0]),
  }
}

async function change(site: AuthoritySite, id: string, with_: JsonObject): Promise<void> {
  const [document] = await site.authority().read('branch', [id])
  await site.authority().put('branch', [{ ...document, ...with_ }])
}

describe('refusals: each code, by the one door', () => {
  const reached = new Set<string>()
  async function expectVerdict(verdict: Promise<Verdict> | Verdict, expected: Partial<Verdict>): Promise<void> {
    const given = await verdict
    expect(given).toMatchObject(expected)
    reached.add(String(given.code))
  }

  test('A7 S11 right.missing: who may not void does not; a named approver who may, does', async () => {
    const { say, line, site } = await openScene()
    const units = [{ line: line.id, units: [1] }]
    await expectVerdict(say('comped', { units, reason: 'late' }), { decision: 'refused', code: 'right.missing' })
    expect(await say('comped', { units, reason: 'late', approver: site.people.manager })).toMatchObject({
      decision: 'accepted',
    })
    expect(await say('comped', { units, reason: 'late', approver: site.people.kitchen })).toMatchObject({
      code: 'right.missing',
    })
  })

  test('A7: a branch gives and takes rights by role documents, at once', async () => {
    const { say, line, site } = await openScene()
    const units = [{ line: line.id, units: [1] }]
    const role = {
      id: 'rol_waiter',
      kind: 'role',
      v: 1,
      role: 'waiter',
      rights: { 'fact.comped': true, 'fact.voided': false },
    }
    await site.authority().put('branch', [role])
    expect(await say('comped', { units, reason: 'late' })).toMatchObject({ decision: 'accepted' })
    expect(await say('voided', { units, reason: 'late' })).toMatchObject({ decision: 'refused', code: 'right.missing' })
  })

  test('A6: what has physically happened is held, never refused', async () => {
    const { say, line, site } = await openScene()
    const units = [{ line: line.id, units: [1] }]
    const station = site.version.stations[0] ?? site.ids.next('station')
    expect(await say('started', { station, units }, 'waiter')).toMatchObject({
      decision: 'held',
      code: 'right.missing',
    })
    expect(await say('ready', { station, units }, 'cashier')).toMatchObject({ decision: 'held', code: 'right.missing' })
    const refund: FactBody<'refunded'> = {
      refund: site.ids.next('refund'),
      payment: site.ids.next('payment'),
      share: 'A',
      tender: 'cash',
      amount: 100,
      units: [],
      reason: 'cold',
    }
    expect(await say('refunded', refund)).toMatchObject({ decision: 'held', code: 'right.missing' })
    const kinds = [
      'received',
      'started',
      'ready',
      'served',
      'recalled',
      'acknowledged',
      'paid',
      'paymentStateSet',
      'refunded',
      'preBillPrinted',
    ]
    expect(kinds.every((kind) => isPhysical(kind as FactKind))).toBe(true)
  })

  test('A7 person.unknown: nobody, somebody who has left, somebody deleted', async () => {
    const { site, tablet, order, verdictOf } = await openScene()
    await expectVerdict(verdictOf(tablet.note(order, 'x', site.ids.next('person'))), {
      decision: 'refused',
      code: 'person.unknown',
    })
    await change(site, site.people.waiter, { active: false })
    expect(await verdictOf(tablet.note(order, 'x'))).toMatchObject({ code: 'person.unknown' })
    await change(site, site.people.cashier, { deleted: true })
    expect(await verdictOf(tablet.note(order, 'x', site.people.cashier))).toMatchObject({ code: 'person.unknown' })
  })

  test('A4 terminal.revoked: its work is held for a manager, by whichever way it comes', async () => {
    const { site, tablet, order, verdictOf } = await openScene()
    await change(site, tablet.actor.terminal, { revokedAt: site.now() })
    await expectVerdict(verdictOf(tablet.note(order, 'x')), { decision: 'held', code: 'terminal.revoked' })
    expect(await tablet.pull('orders')).toMatchObject({ ok: false, code: 'terminal.revoked' })
    expect(await tablet.handshake()).toMatchObject({ ok: false, code: 'terminal.revoked' })
  })

  test('order.otherBranch: an order of another restaurant, and whatever is said about it', async () => {
    const { site, tablet, verdictOf } = await openScene()
    const foreign = site.ids.next('order')
    const opened = tablet.open(foreign, { branch: site.ids.next('branch') })
    await expectVerdict(verdictOf(opened), { decision: 'refused', code: 'order.otherBranch' })
    expect(await verdictOf(tablet.send(foreign))).toMatchObject({ decision: 'refused', code: 'order.otherBranch' })
    expect((await tablet.pullAll('orders')).has(foreign)).toBe(false)
  })

  test('fact.newer: a kind of a version that this server cannot read is held and kept', async () => {
    const { tablet, order, verdictOf } = await openScene()
    const [fact] = tablet.log({
      ...tablet.draft(order, 'noteSet', { text: 'x' }),
      v: 2,
      kind: 'hologramShown',
      body: { deep: [1] },
    })
    await expectVerdict(verdictOf(fact), { decision: 'held', code: 'fact.newer' })
  })

  test('fact.forked and fact.rewritten', async () => {
    const { tablet, order, verdictOf } = await openScene()
    const tail = tablet.tail()
    const note = tablet.note(order, 'one')
    await verdictOf(note)
    tablet.rewind(tail)
    await expectVerdict(verdictOf(tablet.note(order, 'two')), { decision: 'held', code: 'fact.forked' })
    const rewritten = await tablet.pushed([{ ...note, body: { text: 'three' } }])
    expect(rewritten.facts).toMatchObject([{ outcome: 'deadLetter', code: 'fact.rewritten' }])
    reached.add('fact.rewritten')
  })

  test('A8 S7 prices: version.unknown, price.mismatch, price.overrideWithoutRight', async () => {
    const { site, tablet, order, verdictOf } = await openScene()
    const cheap = { ...site.line().price, base: 1 }
    const unknown = `dvr_${'a'.repeat(64)}` as Line['version']
    await expectVerdict(verdictOf(tablet.send(order, [site.line({ version: unknown })])), {
      decision: 'held',
      code: 'version.unknown',
    })
    await expectVerdict(verdictOf(tablet.send(order, [site.line(), site.line({ price: cheap })])), {
      decision: 'refused',
      code: 'price.mismatch',
    })
    const reason = { ...cheap, reason: 'friend' }
    await expectVerdict(verdictOf(tablet.send(order, [site.line({ price: reason })])), {
      decision: 'refused',
      code: 'price.overrideWithoutRight',
    })
    expect(await verdictOf(tablet.send(order, [site.line({ price: reason })], site.people.manager))).toMatchObject({
      decision: 'accepted',
    })
  })

  test('every code of the list was reached', () => {
    expect([...reached].sort()).toEqual([...REFUSALS].sort())
  })
})

describe('A8 prices', () => {
  test('options: offered ones at their price pass; invented, cheaper or left-out ones do not', async () => {
    const { site, tablet, order, verdictOf } = await openScene()
    const [option] = site.group.options
    if (!option) throw new Error('no option')
    const chosen = { group: site.group.id, option: option.id, names: option.names, price: option.price }
    const price = { base: 3_800, options: [{ option: option.id, amount: 200 }] }
    const send = (change: Partial<Line>) => verdictOf(tablet.send(order, [site.line(change)]))
    expect(await send({ options: [chosen], price })).toMatchObject({ decision: 'accepted' })
    expect(
      await send({
        options: [{ ...chosen, price: 0 }],
        price: { base: 3_800, options: [{ option: option.id, amount: 0 }] },
      }),
    ).toMatchObject({ code: 'price.mismatch' })
    expect(await send({ options: [chosen], price: { base: 3_800, options: [] } })).toMatchObject({
      code: 'price.mismatch',
    })
    const invented = site.ids.next('option')
    expect(
      await send({
        options: [{ ...chosen, option: invented }],
        price: { base: 3_800, options: [{ option: invented, amount: 200 }] },
      }),
    ).toMatchObject({ code: 'price.mismatch' })
    expect(await send({ tax: { ratePpm: 0, inclusive: true } })).toMatchObject({ code: 'price.mismatch' })
    expect(await send({ dish: site.ids.next('dish') })).toMatchObject({ code: 'price.mismatch' })
    expect(await send({ price: { base: 0, options: [], pending: true } })).toMatchObject({ code: 'price.mismatch' })
  })

  test('an amendment is compared with the version that its line was sent with; without the line it is held', async () => {
    const { site, say, line } = await openScene()
    const options = { chosen: [], price: line.price }
    expect(await say('lineAmended', { line: line.id, options })).toMatchObject({ decision: 'accepted' })
    const cheap = { chosen: [], price: { ...line.price, base: 1 } }
    expect(await say('lineAmended', { line: line.id, options: cheap })).toMatchObject({
      decision: 'refused',
      code: 'price.mismatch',
    })
    expect(await say('lineAmended', { line: site.ids.next('line'), options })).toMatchObject({
      decision: 'held',
      code: 'version.unknown',
    })
    expect(await say('lineAmended', { line: site.ids.next('line'), note: 'no peanuts' })).toMatchObject({
      decision: 'accepted',
      flags: ['line.absent'],
    })
  })

  test('a price set is an override, unless it is the price of the day', async () => {
    const { site, say, line, tablet, order, verdictOf } = await openScene()
    const price = { base: 9_900, options: [] }
    expect(await say('priceSet', { line: line.id, price, reason: 'big' })).toMatchObject({
      decision: 'refused',
      code: 'price.overrideWithoutRight',
    })
    expect(await say('priceSet', { line: line.id, price, reason: 'big', approver: site.people.cashier })).toMatchObject(
      { decision: 'accepted' },
    )
    const { version: _version, ...plain } = {
      ...site.dish,
      id: site.ids.next('dish'),
      marketPrice: true,
      price: 0,
      optionGroups: [],
    }
    const market = dishVersionOf(plain, [], site.tax)
    await site.authority().put('menu', [market, { ...plain, version: market.id }])
    const fish = site.line({ dish: plain.id, version: market.id, price: { base: 0, options: [], pending: true } })
    expect(await verdictOf(tablet.send(order, [fish]))).toMatchObject({ decision: 'accepted' })
    expect(await say('priceSet', { line: fish.id, price, reason: 'of the day' })).toMatchObject({
      decision: 'accepted',
    })
  })
})

describe('A10 flags: odd, and counted all the same', () => {
  test('clock.ahead, dish.soldOut, dish.offShelf, price.stale, order.closed', async () => {
    const { site, tablet, order, verdictOf, say } = await openScene()
    const ahead = tablet.log({
      ...tablet.draft(order, 'noteSet', { text: 'x' }),
      at: { ms: site.now() + 60_001, tick: 0 },
    })
    expect(await verdictOf(ahead[0])).toMatchObject({ decision: 'accepted', flags: ['clock.ahead'] })
    const notAhead = tablet.log({
      ...tablet.draft(order, 'noteSet', { text: 'x' }),
      at: { ms: site.now() + 60_000, tick: 0 },
    })
    expect((await verdictOf(notAhead[0])).flags).toBeUndefined()

    await site.authority().put('menu', [{ ...site.dish, soldOut: true, status: 'offShelf' }])
    expect(await verdictOf(tablet.send(order))).toMatchObject({
      decision: 'accepted',
      flags: ['dish.offShelf', 'dish.soldOut'],
    })
    const dearer = { ...site.dish, price: 4_200 }
    const version = dishVersionOf(dearer, [site.group], site.tax)
    await site.authority().put('menu', [version, { ...dearer, version: version.id }])
    expect(await verdictOf(tablet.send(order))).toMatchObject({ decision: 'accepted', flags: ['price.stale'] })

    expect(await say('closed', { basis }, 'cashier')).toMatchObject({ decision: 'accepted' })
    expect(await verdictOf(tablet.send(order))).toMatchObject({
      decision: 'accepted',
      flags: ['order.closed', 'price.stale'],
    })
  })

  test('chain.broken: a predecessor that says another hash', async () => {
    const { tablet, order, verdictOf } = await openScene()
    const [fact] = tablet.log(tablet.draft(order, 'noteSet', { text: 'x' })) as [Fact]
    expect(await verdictOf({ ...fact, prev: 'f'.repeat(64) })).toMatchObject({
      decision: 'accepted',
      flags: ['chain.broken'],
    })
  })

  test('line.absent: a void that arrives before its line', async () => {
    const { site, say } = await openScene()
    const units = [{ line: site.ids.next('line'), units: [1] }]
    expect(await say('voided', { units, reason: 'x' })).toMatchObject({ decision: 'accepted', flags: ['line.absent'] })
  })
})
