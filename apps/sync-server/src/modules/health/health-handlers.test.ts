import { createServer } from 'node:http'
import express from 'express'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { listen, type Listener } from '../../http/listen.ts'
import { healthHandlers } from './health-handlers.ts'

let store: () => Promise<boolean>
let stopping: boolean
let listener: Listener

beforeEach(async () => {
  store = () => Promise.resolve(true)
  stopping = false
  const handlers = healthHandlers({
    now: () => 42,
    ready: () => store(),
    isStopping: () => stopping,
    lastBackup: () => Promise.resolve(7),
    version: '1.2.3',
  })
  const app = express()
  app.get('/health', handlers.health)
  app.get('/ready', handlers.ready)
  app.get('/api/time', handlers.time)
  listener = await listen(createServer(app), 0, '127.0.0.1')
})
afterEach(() => listener.stop(0))

const ask = (path: string) => fetch(`http://127.0.0.1:${listener.port}${path}`)

describe('/ready', () => {
  it('follows the store', async () => {
    expect((await ask('/ready')).status).toBe(200)
    store = () => Promise.resolve(false)
    expect((await ask('/ready')).status).toBe(503)
  })

  it('is no from the first moment of a stop, while /health is still yes', async () => {
    stopping = true
    expect((await ask('/ready')).status).toBe(503)
    expect(await (await ask('/health')).json()).toEqual({ status: 'up', version: '1.2.3', lastBackup: 7 })
  })

  it('does not wait for a store that hangs', async () => {
    store = () => new Promise(() => undefined)
    const from = performance.now()
    expect((await ask('/ready')).status).toBe(503)
    expect(performance.now() - from).toBeLessThan(5_000)
  })
})

it('tells the time that terminals learn from', async () => {
  const answer = await ask('/api/time')
  expect([await answer.json(), answer.headers.get('cache-control')]).toEqual([{ serverTime: 42 }, 'no-store'])
})
