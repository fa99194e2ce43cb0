import { createServer } from 'node:http'
import express from 'express'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Person } from '@orderez/core/branch'
import type { JsonObject } from '@orderez/core/kernel'
import { openDemoSite, siteIds, type DemoSite } from '../../../e2e/stage/demo-site.ts'
import { jsonBody } from '../../http/json-body.ts'
import { listen, type Listener } from '../../http/listen.ts'
import { problemHandler } from '../../http/problem.ts'
import { demoModule, type DemoModule } from './demo-module.ts'

let site: DemoSite
let demo: DemoModule
let listener: Listener
let people: ReadonlyMap<string, string>

async function open(isDemo: boolean): Promise<void> {
  site = await openDemoSite(siteIds.next('branch'), () => Date.now())
  const persons = (await site.authority.list('branch', 'person')) as readonly JsonObject[] as readonly Person[]
  people = new Map(persons.map((person) => [person.signIn, person.id]))
  const failed = (cause: unknown) => {
    throw cause
  }
  const notes = { read: () => Promise.resolve(null), change: () => Promise.resolve() }
  demo = demoModule({ ...site.door, ids: siteIds, notes, days: 0, isDemo, written: () => undefined, failed })
  const app = express()
  app.get('/evening', demo.handlers.state)
  app.post('/evening', jsonBody, demo.handlers.turn)
  app.use(problemHandler(failed))
  listener = await listen(createServer(app), 0, '127.0.0.1')
}

beforeEach(() => open(true))
afterEach(async () => {
  await demo.stop()
  await listener.stop(0)
})

async function ask(body?: object): Promise<readonly [status: number, answer: unknown]> {
  const headers = { 'content-type': 'application/json' }
  const sent = body && { method: 'POST', body: JSON.stringify(body), headers }
  const response = await fetch(`http://127.0.0.1:${listener.port}/evening`, sent)
  return [response.status, await response.json()]
}
const turn = (signIn: string, to: string, speed = 4) => ask({ person: people.get(signIn), to, speed })

describe('the switch of the live evening', () => {
  it('is a manager’s: guests come, and go', async () => {
    expect(await ask()).toMatchObject([200, { mode: 'off', parties: 0 }])
    expect(await turn('zhao', 'on')).toMatchObject([200, { mode: 'on', speed: 4, parties: 1 }])
    expect(await ask()).toMatchObject([200, { mode: 'on' }])
    expect(await turn('zhao', 'clear')).toMatchObject([200, { mode: 'off', parties: 0 }])
    expect(await site.states()).toHaveLength(1)
  })

  it('is nobody else’s, and asks for what it knows', async () => {
    for (const signIn of ['lin', 'chen', 'wang']) {
      expect(await turn(signIn, 'on')).toMatchObject([403, { code: 'right.missing' }])
    }
    expect(await ask({ person: siteIds.next('person'), to: 'on', speed: 1 })).toMatchObject([403, {}])
    expect(await turn('zhao', 'on', 3)).toMatchObject([400, { code: 'request.malformed' }])
    expect(await turn('zhao', 'party')).toMatchObject([400, {}])
    expect(await ask()).toMatchObject([200, { mode: 'off' }])
    expect(await site.states()).toEqual([])
  })

  it('is not there in a real restaurant', async () => {
    await demo.stop()
    await listener.stop(0)
    await open(false)
    expect(await ask()).toMatchObject([404, { code: 'route.unknown' }])
    expect(await turn('zhao', 'on')).toMatchObject([404, {}])
  })
})
