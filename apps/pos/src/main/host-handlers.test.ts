import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { digestOf } from '@orderez/core/kernel'
import { siteSchema } from '../shared/host-api.ts'
import { createHostHandlers, type HostHandlers } from './host-handlers.ts'
import { createIdentityFile } from './identity-file.ts'
import { createKeptFile } from './kept-file.ts'
import { createLogDesk, type LogDesk } from './log-desk.ts'
import { ids, notes } from './testing/log-under-test.ts'

const info = { version: '1', electron: '33', platform: 'linux', flushes: true }

let folder: string
let logs: LogDesk
let host: HostHandlers
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'orderez-host-'))
  logs = createLogDesk(join(folder, 'fact-log'))
  const noKeyring = { available: () => false, seal: () => new Uint8Array(), open: () => '' }
  host = createHostHandlers({
    info,
    site: createKeptFile(join(folder, 'site.json'), siteSchema),
    identity: createIdentityFile(join(folder, 'identity.json'), noKeyring),
    logs,
  })
})
afterEach(async () => {
  await logs.close()
  await rm(folder, { recursive: true, force: true })
})

it('keeps where the site is', async () => {
  expect(await host['site.read']([])).toEqual({ ok: true, value: null })
  const site = { origin: 'https://pos.example', spki: null }
  expect(await host['site.write']([site])).toEqual({ ok: true, value: null })
  expect(await host['site.read']([])).toEqual({ ok: true, value: site })
})

it('keeps who it is until it is told to forget', async () => {
  const identity = {
    terminal: ids.next('terminal'),
    branch: ids.next('branch'),
    letters: 'AA',
    accessToken: 'a',
    refreshToken: 'r',
    demo: true,
  }
  expect(await host['identity.write']([identity])).toEqual({ ok: true, value: null })
  expect(await host['identity.read']([])).toEqual({ ok: true, value: identity })
  expect(await host['identity.forget']([])).toEqual({ ok: true, value: null })
  expect(await host['identity.read']([])).toEqual({ ok: true, value: null })
})

it('has no log before one is opened', async () => {
  for (const answer of [
    host['factLog.tail']([]),
    host['factLog.append']([notes('a')]),
    host['factLog.read']([null, 1]),
    host['factLog.dropThrough']([{ incarnation: ids.next('incarnation'), n: 1 }]),
  ]) {
    expect(await answer).toMatchObject({ ok: false, code: 'log.notOpen' })
  }
})

it('opens, appends, reads, and finds the same log when a window opens it again', async () => {
  const request = { terminal: ids.next('terminal'), incarnation: ids.next('incarnation') }
  expect(await host['factLog.open']([request])).toMatchObject({ ok: true, value: { breaks: [], tail: { n: 0 } } })
  const appended = await host['factLog.append']([notes('a', 'b')])
  const facts = appended.ok ? appended.value : []
  expect(facts.map((fact) => [fact.n, fact.incarnation])).toEqual([
    [1, request.incarnation],
    [2, request.incarnation],
  ])
  const again = await host['factLog.open']([{ ...request, incarnation: ids.next('incarnation') }])
  const last = facts.at(-1)
  expect(again).toMatchObject({ value: { breaks: [], tail: { n: 2, hash: last && digestOf(last) } } })
  expect(await host['factLog.read']([null, 10])).toEqual({ ok: true, value: facts })
  const next = ids.next('incarnation')
  expect(await host['factLog.startIncarnation']([next])).toMatchObject({ value: { incarnation: next, n: 0 } })
  expect(await host['factLog.dropThrough']([{ incarnation: request.incarnation, n: 1 }])).toEqual({
    ok: true,
    value: null,
  })
  expect(await host['factLog.read']([null, 10])).toMatchObject({ value: [{ n: 2 }] })
})

it('keeps the logs of two terminals apart', async () => {
  const first = { terminal: ids.next('terminal'), incarnation: ids.next('incarnation') }
  await host['factLog.open']([first])
  await host['factLog.append']([notes('a')])
  await host['factLog.open']([{ terminal: ids.next('terminal'), incarnation: ids.next('incarnation') }])
  expect(await host['factLog.read']([null, 10])).toEqual({ ok: true, value: [] })
  await host['factLog.open']([first])
  expect(await host['factLog.read']([null, 10])).toMatchObject({ value: [{ body: { text: 'a' } }] })
})

it('answers with a code when the disk does not let it', async () => {
  await rm(folder, { recursive: true })
  expect(await host['site.write']([{ origin: 'https://pos.example', spki: null }])).toMatchObject({
    code: 'store.failed',
  })
  await logs.open({ terminal: ids.next('terminal'), incarnation: ids.next('incarnation') })
  await logs.current()?.close()
  expect(await host['factLog.append']([notes('a')])).toMatchObject({ ok: false, code: 'log.notOpen' })
})
