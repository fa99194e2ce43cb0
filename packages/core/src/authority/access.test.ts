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
  const revoke = tablet.edit('branch', base ?? null, { ...base, revokedAt: site.now() }, site.people.manager)
  expect((await tablet.pushed([], [revoke])).edits).toMatchObject([{ outcome: 'merged' }])
  expect(await site.authority().admits(actor)).toMatchObject({ code: 'terminal.revoked' })
})

test('nobody may speak while nobody can tell whether they may', async () => {
  const site = await openSite({ fault: (call) => (call === 'list' ? { kind: 'unavailable' } : null) })
  const tablet = await site.enrol()
  await site.restart()
  expect(await site.authority().admits(tablet.actor)).toMatchObject({ code: 'authority.unavailable' })
})
