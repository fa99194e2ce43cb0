import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../kernel/index.ts'
import { openSite, type AuthoritySite } from '../testing/authority-site.ts'
import type { LedgerFlawSeen } from './index.ts'

async function orderOf(site: AuthoritySite, order: string): Promise<JsonObject> {
  const [document] = await site.authority().read('orders', [order])
  return document ?? {}
}

describe('a ledger', () => {
  test('A21: what the orders lack is decided, what they have costs nothing, and a push after it brings the same verdicts', async () => {
    let writes = 0
    const site = await openSite({
      fault: (call) => {
        if (call === 'write') writes += 1
        return null
      },
    })
    const tablet = await site.enrol()
    const order = site.ids.next('order')
    const facts = [tablet.open(order), tablet.send(order), tablet.note(order, 'window seat')]
    const pushed = await tablet.pushed(facts.slice(0, 1))
    expect(await site.authority().takeLedger(tablet.actor, facts)).toEqual({ ok: true, value: { missing: 2 } })
    const document = await orderOf(site, order)
    const before = writes
    expect(await site.authority().takeLedger(tablet.actor, facts)).toEqual({ ok: true, value: { missing: 0 } })
    const again = await tablet.pushed(facts)
    expect(again.facts[0]).toEqual(pushed.facts[0])
    expect(again.facts).toMatchObject(facts.map(() => ({ outcome: 'decided', verdict: { decision: 'accepted' } })))
    expect(writes).toBe(before)
    expect(await orderOf(site, order)).toEqual(document)
    await site.restart()
    expect(await site.authority().takeLedger(tablet.actor, facts)).toEqual({ ok: true, value: { missing: 0 } })
  })

  test('A21: ledger and push at the same time are one', async () => {
    const site = await openSite()
    const tablet = await site.enrol()
    const order = site.ids.next('order')
    const facts = [tablet.open(order), tablet.send(order), ...Array.from({ length: 40 }, () => tablet.note(order, 'n'))]
    const [taken, pushed] = await Promise.all([
      site.authority().takeLedger(tablet.actor, facts),
      tablet.pushed(facts.toReversed()),
    ])
    expect(taken.ok).toBe(true)
    const { facts: kept, verdicts } = (await orderOf(site, order)) as { facts: JsonObject; verdicts: JsonObject }
    expect(Object.keys(kept).toSorted()).toEqual(facts.map(({ id }) => id).toSorted())
    for (const outcome of pushed.facts) {
      expect(outcome).toMatchObject({ outcome: 'decided', verdict: { decision: 'accepted' } })
      if (outcome.outcome === 'decided') expect(verdicts[outcome.verdict.of]).toEqual(outcome.verdict)
    }
  })

  test('A21: another terminal’s facts and what is none are dead letters; a revoked terminal’s facts are held; another branch is refused', async () => {
    const site = await openSite()
    const [tablet, thief] = [await site.enrol('one'), await site.enrol('two')]
    const order = site.ids.next('order')
    const fact = tablet.open(order)
    const unread = { ...tablet.note(order, 'x'), body: { text: 7 } }
    await site.authority().takeLedger(thief.actor, [fact, 'nonsense'])
    await site.authority().takeLedger(tablet.actor, [unread])
    const letters = [...(await tablet.pullAll('inbox')).values()]
    const said = letters.map(({ code, terminal }) => `${String(code)} ${String(terminal)}`)
    expect(new Set(said)).toEqual(
      new Set([
        `fact.malformed ${tablet.actor.terminal}`,
        `fact.malformed ${thief.actor.terminal}`,
        `terminal.mismatch ${thief.actor.terminal}`,
      ]),
    )
    expect(await orderOf(site, order)).toEqual({})
    const [record] = await site.authority().read('branch', [thief.actor.terminal])
    await site.authority().put('branch', [{ ...record, revokedAt: site.now() }])
    const own = thief.open(order)
    await site.authority().takeLedger(thief.actor, [own])
    expect(await orderOf(site, order)).toMatchObject({
      verdicts: { [own.id]: { decision: 'held', code: 'terminal.revoked' } },
    })
    const elsewhere = { ...tablet.actor, branch: site.ids.next('branch') }
    expect(await site.authority().takeLedger(elsewhere, [fact])).toMatchObject({ code: 'branch.other' })
  })

  test('A21: what could not be decided now is said so, and decided at the next try', async () => {
    let down = true
    const site = await openSite({
      fault: (call, name) => (down && call === 'write' && name === 'orders' ? { kind: 'unavailable' } : null),
    })
    const tablet = await site.enrol()
    const order = site.ids.next('order')
    const facts = [tablet.open(order)]
    expect(await site.authority().takeLedger(tablet.actor, facts)).toMatchObject({ code: 'authority.unavailable' })
    down = false
    expect(await site.authority().takeLedger(tablet.actor, facts)).toEqual({ ok: true, value: { missing: 1 } })
  })

  test('A22: one finding of each kind a log, from the first number to the last; a gap that is filled says so', async () => {
    const site = await openSite()
    const tablet = await site.enrol()
    const { terminal } = tablet.actor
    const incarnation = tablet.incarnation()
    const seen = (flaw: LedgerFlawSeen['flaw'], n: number, last = n) => ({ terminal, incarnation, flaw, n, last })
    const findings = async () =>
      [...(await tablet.pullAll('inbox')).values()].map(({ kind, flaw, n, last, at, mendedAt }) => ({
        kind,
        flaw,
        n,
        last,
        at,
        isMended: mendedAt !== undefined,
      }))
    await site.authority().noteFlaws([seen('gap', 7, 9), seen('forked', 3)])
    const at = site.now()
    site.pass(60_000)
    await site.authority().noteFlaws([seen('forked', 5), seen('gap', 8)])
    expect(await findings()).toEqual(
      expect.arrayContaining([
        { kind: 'ledgerFinding', flaw: 'gap', n: 7, last: 9, at, isMended: false },
        { kind: 'ledgerFinding', flaw: 'forked', n: 3, last: 5, at, isMended: false },
      ]),
    )
    const mended = { ...seen('gap', 7, 9), isMended: true }
    await site.authority().noteFlaws([mended, { ...seen('broken', 1), isMended: true }])
    expect(new Map((await findings()).map(({ flaw, isMended }) => [flaw, isMended]))).toEqual(
      new Map([
        ['forked', false],
        ['gap', true],
      ]),
    )
    await site.authority().noteFlaws([seen('gap', 12)])
    expect(await findings()).toContainEqual({ kind: 'ledgerFinding', flaw: 'gap', n: 7, last: 12, at, isMended: false })
  })
})
