import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonId } from '@orderez/core/kernel'
import { MAX_PICTURE_BYTES } from '@orderez/core/menu'
import {
  openStaffedSite,
  stageIds,
  type Answer,
  type RestaurantServer,
  type SiteClient,
  type StageTerminal,
} from './stage/index.ts'

let server: RestaurantServer
let client: SiteClient
let terminal: StageTerminal
let manager: PersonId
let waiter: PersonId

beforeAll(async () => {
  const site = await openStaffedSite(1)
  ;({ server, client } = site)
  terminal = site.terminals[0]!
  const { people } = site.larder
  manager = people.get('zhao')!
  waiter = people.get('lin')!
})
afterAll(() => server.close())

/** A PNG as far as its first bytes say. */
function png(width: number, height: number, length = 200): Uint8Array {
  const bytes = new Uint8Array(Math.max(length, 33))
  bytes.set(Buffer.from('\x89PNG\r\n\x1A\n\0\0\0\rIHDR', 'latin1'))
  const view = new DataView(bytes.buffer)
  view.setUint32(16, width)
  view.setUint32(20, height)
  return bytes
}

function bring(bytes: Uint8Array, by: string = manager, headers: Record<string, string> = {}): Promise<Answer> {
  const who = { authorization: `Bearer ${terminal.token}`, 'content-type': 'image/png', ...headers }
  return client.ask('POST', `/api/pictures?by=${by}`, who, bytes)
}

const nameOf = (bytes: Uint8Array) => `${createHash('sha256').update(bytes).digest('hex')}.png`

describe('a photograph', () => {
  it('is kept under the hash of its content and shown to everybody for ever', async () => {
    const photo = png(512, 512)
    const kept = await bring(photo)
    expect([kept.status, kept.body['picture']]).toEqual([201, nameOf(photo)])
    const shown = await client.get(`/api/pictures/${nameOf(photo)}`)
    expect(shown.status).toBe(200)
    expect(shown.headers).toMatchObject({
      'content-type': 'image/png',
      'content-length': String(photo.byteLength),
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    })
  })

  it('comes twice and is one', async () => {
    const photo = png(300, 300)
    const [first, second] = await Promise.all([bring(photo), bring(photo)])
    expect([first.status, second.status]).toEqual([201, 201])
    expect(first.body).toEqual(second.body)
  })

  it('outlives the death of the server', async () => {
    const photo = png(400, 400, 900_000)
    await bring(photo)
    await server.kill()
    await server.start()
    const shown = await client.get(`/api/pictures/${nameOf(photo)}`)
    expect([shown.status, shown.headers['content-length']]).toEqual([200, '900000'])
  })
})

describe('what is no photograph', () => {
  const text = (content: string) => new TextEncoder().encode(content)
  it.each([
    ['an SVG', text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), 'image/svg+xml'],
    ['a page that says it is a PNG', text('<!doctype html><script>alert(1)</script>'), 'image/png'],
    ['a PNG that would fill a tablet', png(20_000, 20_000), 'image/png'],
    ['nothing', new Uint8Array(0), 'image/png'],
    ['a PNG that says it is JSON', png(64, 64), 'application/json'],
  ])('%s is refused', async (_, bytes, type) => {
    const answer = await bring(bytes, manager, { 'content-type': type })
    expect([answer.status, answer.body['code']]).toEqual([415, 'picture.notAPhoto'])
    expect(answer.headers['content-type']).toMatch(/problem\+json/)
    expect((await client.get(`/api/pictures/${nameOf(bytes)}`)).status).toBe(404)
  })

  it('nor is one byte too much, or a body that is packed', async () => {
    expect((await bring(png(512, 512, MAX_PICTURE_BYTES))).status).toBe(201)
    const tooLarge = await bring(png(512, 512, MAX_PICTURE_BYTES + 1))
    expect([tooLarge.status, tooLarge.body['code']]).toEqual([413, 'request.tooLarge'])
    const packed = await bring(png(512, 512), manager, { 'content-encoding': 'gzip' })
    expect(packed.status).toBe(415)
  })
})

describe('who may bring one', () => {
  it('is a terminal of the branch, for somebody who may change dishes', async () => {
    const photo = png(128, 128)
    const refusals = [
      [await bring(photo, waiter), 403, 'right.missing'],
      [await bring(photo, stageIds.next('person')), 403, 'right.missing'],
      [await bring(photo, 'somebody'), 400, 'request.malformed'],
      [await bring(photo, `${manager}&by=${manager}`), 400, 'request.malformed'],
      [await bring(photo, manager, { authorization: 'Bearer x.y.z' }), 401, 'token.invalid'],
      [
        await client.ask('POST', `/api/pictures?by=${manager}`, { 'content-type': 'image/png' }, photo),
        401,
        'token.missing',
      ],
    ] as const
    for (const [answer, status, code] of refusals) expect([answer.status, answer.body['code']]).toEqual([status, code])
    expect((await client.get(`/api/pictures/${nameOf(photo)}`)).status).toBe(404)
  })
})

describe('a name that names nothing', () => {
  it.each([
    `${'0'.repeat(64)}.png`,
    'x.png',
    '_design%2Fheader-x',
    '..%2F..%2Fcouch',
    `${'0'.repeat(64)}.svg%00.png`,
    '%E0%A4%A',
  ])('%s', async (name) => {
    const answer = await client.get(`/api/pictures/${name}`)
    expect([400, 404]).toContain(answer.status)
    expect(answer.headers['cache-control'] ?? 'no-store').toBe('no-store')
    expect(answer.headers['content-type']).toMatch(/problem\+json/)
  })
})
