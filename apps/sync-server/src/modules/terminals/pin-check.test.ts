import { hash } from '@node-rs/argon2'
import { beforeAll, describe, expect, it } from 'vitest'
import { createIdSource, type JsonObject, type PersonId } from '@orderez/core/kernel'
import { createPinCheck } from './pin-check.ts'

const ids = createIdSource({ now: () => Date.now(), random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)) })
const manager = ids.next('person')
const waiter = ids.next('person')
const former = ids.next('person')
const people = new Map<PersonId, JsonObject>()
const check = createPinCheck((id) => Promise.resolve(people.get(id) ?? null))

beforeAll(async () => {
  const pinHash = await hash('246810')
  people.set(manager, { kind: 'person', active: true, roles: ['manager'], pinHash })
  people.set(waiter, { kind: 'person', active: true, roles: ['waiter'], pinHash })
  people.set(former, { kind: 'person', active: false, roles: ['manager'], pinHash })
})

describe('the check of a manager’s PIN', () => {
  it('lets an active manager with the right PIN through', async () => {
    expect(await check(manager, '246810')).toMatchObject({ ok: true })
  })
  it('refuses a wrong PIN, a person who left and a stranger alike', async () => {
    expect(await check(manager, '246811')).toMatchObject({ code: 'signIn.wrong' })
    expect(await check(former, '246810')).toMatchObject({ code: 'signIn.wrong' })
    expect(await check(ids.next('person'), '246810')).toMatchObject({ code: 'signIn.wrong' })
  })
  it('tells a waiter that it is the right that is missing', async () => {
    expect(await check(waiter, '246810')).toMatchObject({ code: 'right.missing' })
  })
})
