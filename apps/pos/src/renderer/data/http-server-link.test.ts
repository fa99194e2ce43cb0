import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { createIdSource } from '@orderez/core/kernel'
import type { StreamMessage } from '@orderez/core/sync'
import type { Identity } from '../../shared/host-api.ts'
import { createHttpServerLink } from './http-server-link.ts'
import { createTokenSource } from './token-source.ts'

const ids = createIdSource({ now: () => Date.now(), random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)) })
const closers: (() => void)[] = []
afterEach(() => {
  for (const close of closers.splice(0)) close()
})

type Answer = (request: IncomingMessage, response: ServerResponse) => void

/** A real server on a free port of loopback, and a terminal that talks to it. */
async function talk(answer: Answer) {
  const server = createServer(answer)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  closers.push(() => {
    server.closeAllConnections()
    server.close()
  })
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  let identity: Identity = {
    terminal: ids.next('terminal'),
    branch: ids.next('branch'),
    letters: 'AA',
    accessToken: 'old',
    refreshToken: 'r1',
  }
  let reads = 0
  const keeper = {
    read: async () => {
      reads += 1
      return identity
    },
    write: async (next: Identity) => {
      identity = next
    },
    isLikely: () => true,
    forget: () => Promise.reject(new Error('a link forgets nobody')),
  }
  const link = createHttpServerLink(createTokenSource(keeper, `${origin}/token`), origin)
  const pull = () => link.pull({ branch: identity.branch, collection: 'orders', checkpoint: null, limit: 10 })
  /** Another tab of this terminal has renewed the pair. */
  const renewedElsewhere = () => (identity = { ...identity, accessToken: 'new', refreshToken: 'r2' })
  return { link, pull, server, identity: () => identity, reads: () => reads, renewedElsewhere }
}

function json(response: ServerResponse, status: number, body: unknown, type = 'application/json'): void {
  response.writeHead(status, { 'content-type': type }).end(JSON.stringify(body))
}

const page = {
  epoch: 'abcd',
  serverTime: 1,
  documents: [],
  checkpoint: { seq: '1', epoch: 'abcd', scope: 's' },
  more: false,
  restarted: false,
}

describe('server link over HTTP', () => {
  it('shows its token and takes a parsed answer', async () => {
    const { pull } = await talk((request, response) =>
      json(response, request.headers.authorization === 'Bearer old' ? 200 : 401, page),
    )
    expect(await pull()).toEqual({ ok: true, value: page })
  })

  it.each([
    [503, 'application/problem+json', 'link.unavailable'],
    [429, 'application/problem+json', 'link.unavailable'],
    [500, 'application/problem+json', 'link.unavailable'],
    [400, 'application/problem+json', 'link.rejected'],
    [426, 'application/problem+json', 'link.rejected'],
    [200, 'text/html', 'link.badAnswer'],
    [401, 'text/html', 'link.badAnswer'],
    [503, 'text/html', 'link.badAnswer'],
  ])('reads %i with %s as %s', async (status, type, code) => {
    const { pull } = await talk((_request, response) => json(response, status, { code: 'some.code' }, type))
    expect(await pull()).toMatchObject({ ok: false, code })
  })

  it('reads an answer of another shape, and broken JSON, as a bad answer', async () => {
    const other = await talk((_request, response) => json(response, 200, { ...page, documents: 7 }))
    expect(await other.pull()).toMatchObject({ ok: false, code: 'link.badAnswer' })
    const broken = await talk((_request, response) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"a":'),
    )
    expect(await broken.pull()).toMatchObject({ ok: false, code: 'link.badAnswer' })
  })

  it('reads a refused, a cut and a redirected connection as offline', async () => {
    const cut = await talk((_request, response) => response.destroy())
    expect(await cut.pull()).toMatchObject({ ok: false, code: 'link.offline' })
    cut.server.close()
    expect(await cut.pull()).toMatchObject({ ok: false, code: 'link.offline' })
    const moved = await talk((_request, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end())
    expect(await moved.pull()).toMatchObject({ ok: false, code: 'link.offline' })
  })

  it('renews a token once for all calls that found it stale, keeps the new pair, and asks again', async () => {
    let renewals = 0
    const { pull, identity } = await talk((request, response) => {
      if (request.url === '/token') {
        renewals += 1
        return json(response, 200, { accessToken: 'new', refreshToken: 'r2', expiresIn: 900 })
      }
      return json(response, request.headers.authorization === 'Bearer new' ? 200 : 401, page)
    })
    const answers = await Promise.all([pull(), pull(), pull()])
    expect(answers.every((answer) => answer.ok)).toBe(true)
    expect(renewals).toBe(1)
    expect(identity()).toMatchObject({ accessToken: 'new', refreshToken: 'r2' })
  })

  it('reads its token from the disk once, and takes over what another tab has renewed without a renewal of its own', async () => {
    const shown: (string | undefined)[] = []
    let taken = 'Bearer old'
    const { pull, reads, renewedElsewhere } = await talk((request, response) => {
      shown.push(request.url === '/token' ? 'renewal' : request.headers.authorization)
      json(response, request.headers.authorization === taken ? 200 : 401, page)
    })
    await pull()
    await pull()
    expect(reads()).toBe(1)
    renewedElsewhere()
    taken = 'Bearer new'
    expect(await pull()).toMatchObject({ ok: true })
    await pull()
    expect(reads()).toBe(2)
    expect(shown).toEqual(['Bearer old', 'Bearer old', 'Bearer old', 'Bearer new', 'Bearer new'])
  })

  it('is unauthorised when the token cannot be renewed, and offline when nobody answers that', async () => {
    const revoked = await talk((_request, response) =>
      json(response, 401, { code: 'terminal.revoked' }, 'application/problem+json'),
    )
    expect(await revoked.pull()).toMatchObject({ ok: false, code: 'link.unauthorised' })
    const lost = await talk((request, response) =>
      request.url === '/token' ? void response.destroy() : json(response, 401, {}),
    )
    expect(await lost.pull()).toMatchObject({ ok: false, code: 'link.offline' })
    expect(lost.identity().refreshToken).toBe('r1')
  })
})

describe('stream over HTTP', () => {
  const beat = { type: 'beat', epoch: 'abcd', serverTime: 1 }
  const changed = { type: 'changed', collections: ['orders'] }

  function listen(link: Awaited<ReturnType<typeof talk>>['link']) {
    const messages: StreamMessage[] = []
    let ends = 0
    const ended = Promise.withResolvers<void>()
    const stream = link.openStream({
      message: (message) => messages.push(message),
      end: () => {
        ends += 1
        ended.resolve()
      },
    })
    return { messages, ended: ended.promise, ends: () => ends, stream }
  }

  it('delivers lines however they are cut, skips what it does not know, and ends once', async () => {
    const { link } = await talk((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/x-ndjson' })
      const text = `${JSON.stringify(beat)}\n{"type":"later"}\nnot json\n${JSON.stringify(changed)}\n`
      for (const part of text.match(/[\s\S]{1,7}/g) ?? []) response.write(part)
      response.end()
    })
    const heard = listen(link)
    await heard.ended
    expect(heard.messages).toEqual([beat, changed])
    expect(heard.ends()).toBe(1)
  })

  it('ends once when it cannot be opened or something else answers', async () => {
    const refused = await talk((_request, response) => json(response, 503, {}))
    const portal = await talk((_request, response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end('<html>'),
    )
    for (const { link } of [refused, portal]) {
      const heard = listen(link)
      await heard.ended
      expect(heard.messages).toEqual([])
      expect(heard.ends()).toBe(1)
    }
  })

  it('says nothing after it was closed', async () => {
    const opened = Promise.withResolvers<void>()
    const gone = Promise.withResolvers<void>()
    const { link } = await talk((request, response) => {
      response.writeHead(200, { 'content-type': 'application/x-ndjson' })
      response.write(`${JSON.stringify(beat)}\n`)
      request.on('close', () => gone.resolve())
      opened.resolve()
    })
    const heard = listen(link)
    await opened.promise
    heard.stream.close()
    await gone.promise
    const before = heard.messages.length
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(heard.ends()).toBe(0)
    expect(heard.messages.length).toBe(before)
  })
})
