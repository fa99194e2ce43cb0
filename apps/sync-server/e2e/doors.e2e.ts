import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  createSiteClient,
  enrolTerminal,
  openRestaurant,
  type Answer,
  type RestaurantServer,
  type SiteClient,
} from './stage/index.ts'

let server: RestaurantServer
let client: SiteClient
beforeEach(async () => {
  server = await openRestaurant({ demo: false })
  client = createSiteClient(server.port, server.caPem)
})
afterEach(() => server.close())

const setup = async () => (await client.get('/api/site')).body['setup']
const stepIn = () => client.post('/api/setup/demo', { name: 'Tablet' })
const tokenOf = (answer: Answer) => String(answer.body['accessToken'])
const isThere = (folder: string) =>
  access(join(server.dataDir, folder)).then(
    () => true,
    () => false,
  )

describe('the door to the demo', () => {
  it('opens it for the first, lets others in, and is still the demo after a restart', async () => {
    const [first, second] = await Promise.all([stepIn(), stepIn()])
    expect([first.status, second.status]).toEqual([201, 201])
    expect(first.body).toMatchObject({ demo: true, branch: second.body['branch'] })
    expect(first.body['letters']).not.toBe(second.body['letters'])
    expect((await client.get('/api/site')).body).toMatchObject({ setup: 'demo', branch: first.body['branch'] })
    expect(await enrolTerminal(client, await server.joinCode())).toMatchObject({ branch: first.body['branch'] })
    await server.kill()
    await server.start()
    expect(await setup()).toBe('demo')
  })

  it('deletes it with everything in it, after which its terminals are unknown and the doors are there again', async () => {
    const entered = await stepIn()
    expect((await client.post('/api/setup/delete-demo', {})).body['code']).toBe('token.missing')
    const former = await server.setupCode()
    expect((await client.post('/api/setup/delete-demo', {}, tokenOf(entered))).status).toBe(200)
    expect(await setup()).toBe('open')
    expect(await isThere('demo')).toBe(false)
    await expect.poll(() => server.setupCode()).not.toBe(former)
    const refresh = { terminal: entered.body['terminal'], refreshToken: entered.body['refreshToken'] }
    expect((await client.post('/api/terminals/token', refresh)).status).toBe(401)

    const again = await stepIn()
    expect(again.status).toBe(201)
    expect(again.body['branch']).not.toBe(entered.body['branch'])
    expect((await client.post('/api/sync/pull', {}, tokenOf(entered))).body['code']).toBe('branch.other')
  })

  it('is as it was or not there at all when the server dies while it opens or goes', async () => {
    for (const afterMs of [50, 400, 900]) {
      void stepIn().catch(() => undefined)
      await new Promise((resolve) => setTimeout(resolve, afterMs))
      await server.kill()
      await server.start()
      const entered = await stepIn()
      expect(entered.status).toBe(201)
      const deleted = client.post('/api/setup/delete-demo', {}, tokenOf(entered)).catch(() => null)
      await new Promise((resolve) => setTimeout(resolve, afterMs / 10))
      await server.kill()
      await deleted
      await server.start()
      const state = await setup()
      expect(['open', 'demo']).toContain(state)
      if (state === 'open') expect(await isThere('demo')).toBe(false)
      else expect((await client.post('/api/setup/delete-demo', {}, tokenOf(await stepIn()))).status).toBe(200)
    }
  })
})

describe('the set-up code', () => {
  const mayI = (code: string) => client.ask('POST', '/api/setup/may-i', { authorization: `Setup ${code}` })

  it('is needed from elsewhere, and a wrong one is refused everywhere', async () => {
    expect((await client.ask('POST', '/api/setup/may-i')).status).toBe(200)
    const forwarded = await client.ask('POST', '/api/setup/may-i', { 'x-forwarded-for': '192.0.2.7' })
    expect([forwarded.status, forwarded.body['code']]).toEqual([403, 'setupCode.wrong'])
    expect((await mayI('2222-2222')).body['code']).toBe('setupCode.wrong')
    expect((await mayI(await server.setupCode())).status).toBe(200)
    for (let guess = 0; guess < 3; guess += 1) await mayI('2222-2223')
    expect((await mayI(await server.setupCode())).body['code']).toBe('joinCode.locked')
  })
})

const RESTAURANT = {
  names: { zh: '转角小馆', en: 'Corner House' },
  currency: 'CNY',
  timeZone: 'Asia/Shanghai',
  language: 'zh',
  tax: { ratePpm: 60_000, inclusive: true },
  menu: Array.from({ length: 400 }, (_, index) => `Dish ${index} ${index + 1}`).join('\n'),
  floor: 'bistro',
  owner: { name: '王掌柜', pin: '804137' },
  terminal: '前台',
}
const setUp = (change: object = {}, headers: Readonly<Record<string, string>> = {}) =>
  client.ask(
    'POST',
    '/api/setup/restaurant',
    { 'content-type': 'application/json', ...headers },
    Buffer.from(JSON.stringify({ ...RESTAURANT, ...change })),
  )

describe('the door to one’s own restaurant', () => {
  it('makes it once: of two at once one wins, and the code is used up', async () => {
    const code = { authorization: `Setup ${await server.setupCode()}` }
    const answers = await Promise.all([setUp({}, code), setUp({}, code)])
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409])
    expect((await setUp({}, code)).body['code']).toBe('setupCode.wrong')
    expect((await setUp()).body['code']).toBe('setup.closed')
    expect((await stepIn()).body['code']).toBe('setup.closed')
    const made = answers.find(({ status }) => status === 201)
    expect(made?.body).toMatchObject({ demo: false, letters: 'AA' })
    expect((await client.post('/api/setup/delete-demo', {}, String(made?.body['accessToken']))).status).toBe(409)
    expect((await client.get('/api/site')).body).toMatchObject({
      setup: 'done',
      names: RESTAURANT.names,
      demoSignIns: [],
    })
    expect(server.output()).not.toContain(RESTAURANT.owner.pin)
    expect(server.output()).not.toContain('Sign in')
  })

  it('takes its menu, its floor and its one owner with it, and manages devices with the owner’s PIN', async () => {
    const made = await setUp()
    const owner = { person: made.body['owner'], pin: RESTAURANT.owner.pin }
    const token = tokenOf(made)
    const invited = await client.post('/api/terminals/join-codes', owner, token)
    expect(invited.status).toBe(201)
    const joined = await enrolTerminal(client, String(invited.body['code']))
    const kinds = async (collection: string) => (await joined.pullAll(collection)).map(({ kind }) => kind)
    expect((await kinds('menu')).filter((kind) => kind === 'dish')).toHaveLength(400)
    expect((await kinds('floor')).filter((kind) => kind === 'table')).toHaveLength(19)
    expect((await kinds('branch')).filter((kind) => kind === 'person')).toHaveLength(1)
    expect((await client.post('/api/terminals/join-codes', { ...owner, pin: '555555' }, token)).body['code']).toBe(
      'signIn.wrong',
    )
  })

  it('opens to nobody with a wrong code or a request that is not whole', async () => {
    expect((await setUp({}, { authorization: 'Setup 2222-2222' })).body['code']).toBe('setupCode.wrong')
    expect((await setUp({}, { 'x-forwarded-for': '192.0.2.7' })).body['code']).toBe('setupCode.wrong')
    const obvious = await setUp({ owner: { name: 'Wang', pin: '123456' } })
    expect([obvious.status, obvious.body['detail']]).toEqual([400, 'owner.pin: pin.obvious'])
    expect((await setUp({ currency: 'XXX' })).status).toBe(400)
    expect(await setup()).toBe('open')
  })

  it('has led to a whole restaurant or to none when the server dies behind it', async () => {
    let isDone = false
    for (const afterMs of [60, 300, 700, 1_200, 2_000]) {
      const asked = setUp().catch(() => null)
      await new Promise((resolve) => setTimeout(resolve, afterMs))
      await server.kill()
      const answer = await asked
      await server.start()
      isDone = (await setup()) === 'done'
      if (answer?.status === 201) expect(isDone).toBe(true)
      if (isDone) break
      expect(await isThere('restaurant')).toBe(false)
    }
    if (!isDone) expect((await setUp()).status).toBe(201)
    const joined = await enrolTerminal(client, await server.joinCode())
    expect((await joined.pullAll('menu')).filter(({ kind }) => kind === 'dish')).toHaveLength(400)
    expect((await joined.pullAll('branch')).filter(({ kind }) => kind === 'person')).toHaveLength(1)
  })
})
