import { expect, test } from 'vitest'
import { openSite } from '../testing/authority-site.ts'

test('A4: a terminal may speak from its enrolment until it is revoked, and at once no longer', async () => {
  const site = await openSite()
  const tablet = await site.enrol()
  const { actor } = tablet
  expect(await site.authority().admits(actor)).toMatchObject({ ok: true })
  expect(await site.authority().admits({ ...actor, terminal: site.ids.next('terminal') })).toMatchObject({
    code: 'terminal.unknown',
  })
  expect(await site.authority().admits({ ...actor, branch: site.ids.next('branch') })).toMatchObject({
    code: 'branch.other',
  })

  const [base] = await site.authority().read('branch', [actor.terminal])
  expect(await site.authority().put('branch', [{ ...base, revokedAt: site.now() }])).toMatchObject({ ok: true })
  expect(await site.authority().admits(actor)).toMatchObject({ code: 'terminal.revoked' })
})

test('A13: no terminal changes people, roles or terminals by naming a manager', async () => {
  const site = await openSite()
  const tablet = await site.enrol()
  for (const id of [site.people.manager, site.people.waiter, tablet.actor.terminal]) {
    const [base] = await site.authority().read('branch', [id])
    const taken = { ...base, name: 'Somebody else', ...(base?.['kind'] === 'person' ? { roles: ['manager'] } : {}) }
    const edit = tablet.edit('branch', base ?? null, taken, site.people.manager)
    expect((await tablet.pushed([], [edit])).edits).toMatchObject([{ outcome: 'refused', code: 'right.missing' }])
    expect((await site.authority().read('branch', [id]))[0]).toEqual(base)
  }
})

test('nobody may speak while nobody can tell whether they may', async () => {
  const site = await openSite({ fault: (call) => (call === 'list' ? { kind: 'unavailable' } : null) })
  const tablet = await site.enrol()
  await site.restart()
  expect(await site.authority().admits(tablet.actor)).toMatchObject({ code: 'authority.unavailable' })
})
