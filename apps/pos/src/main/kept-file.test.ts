import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createIdSource } from '@orderez/core/kernel'
import { siteSchema, type Identity } from '../shared/host-api.ts'
import { createIdentityFile, type SecretBox } from './identity-file.ts'
import { createKeptFile } from './kept-file.ts'

const ids = createIdSource({ now: Date.now, random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)) })
const site = { origin: 'https://pos.example:8443', spki: 'A'.repeat(43) }

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'orderez-kept-'))
})
afterEach(() => rm(folder, { recursive: true }))

describe('a kept file', () => {
  const open = () => createKeptFile(join(folder, 'site.json'), siteSchema)

  it('has nothing, then what was written, also for the next process', async () => {
    const file = open()
    expect(await file.read()).toBeNull()
    await file.write(site)
    expect(await file.read()).toEqual(site)
    expect(await open().read()).toEqual(site)
    expect(await readdir(folder)).toEqual(['site.json'])
  })

  it('belongs to this user alone', async () => {
    await open().write(site)
    expect((await stat(join(folder, 'site.json'))).mode & 0o777).toBe(0o600)
  })

  it('ends with the last of many writes', async () => {
    const file = open()
    const sites = Array.from({ length: 20 }, (_, index) => ({ ...site, origin: `https://pos-${index}.example` }))
    for (const value of sites) void file.write(value)
    await file.settled()
    expect(await open().read()).toEqual(sites.at(-1))
  })

  it.each(['', '{"origin"', '{"origin":"http://plain.example","spki":null}', 'null'])(
    'that was spoilt to %j is an error and stays as it is',
    async (text) => {
      await writeFile(join(folder, 'site.json'), text)
      await expect(open().read()).rejects.toBeInstanceOf(Error)
      expect(await readFile(join(folder, 'site.json'), 'utf8')).toBe(text)
    },
  )

  it('that could not be replaced keeps what it had', async () => {
    const file = open()
    await file.write(site)
    await rm(folder, { recursive: true })
    await expect(file.write({ ...site, spki: null })).rejects.toMatchObject({ code: 'ENOENT' })
    expect(await file.read()).toEqual(site)
    folder = await mkdtemp(join(tmpdir(), 'orderez-kept-'))
  })
})

describe('the identity file', () => {
  const identity: Identity = {
    terminal: ids.next('terminal'),
    branch: ids.next('branch'),
    letters: 'AB',
    accessToken: 'access-secret',
    refreshToken: 'refresh-secret',
  }
  const turned = (bytes: Uint8Array) => bytes.map((byte) => byte ^ 0x5a)
  const keyring = (available: boolean): SecretBox => ({
    available: () => available,
    seal: (text) => turned(new TextEncoder().encode(text)),
    open: (sealed) => new TextDecoder().decode(turned(sealed)),
  })
  const path = () => join(folder, 'identity.json')

  it('has its tokens sealed where the system has a keyring, and says so', async () => {
    await createIdentityFile(path(), keyring(true)).write(identity)
    const text = await readFile(path(), 'utf8')
    expect(text).not.toContain('secret"')
    expect(JSON.parse(text)).toMatchObject({ terminal: identity.terminal, secrets: { kept: 'sealed' } })
    expect(await createIdentityFile(path(), keyring(true)).read()).toEqual(identity)
  })

  it('has them plain where it has none, and says so', async () => {
    await createIdentityFile(path(), keyring(false)).write(identity)
    expect(JSON.parse(await readFile(path(), 'utf8'))).toMatchObject({ secrets: { kept: 'plain' } })
    expect(await createIdentityFile(path(), keyring(true)).read()).toEqual(identity)
  })

  it('answers the newest tokens', async () => {
    const file = createIdentityFile(path(), keyring(true))
    expect(await file.read()).toBeNull()
    await file.write(identity)
    await file.read()
    await file.write({ ...identity, accessToken: 'next' })
    expect(await file.read()).toEqual({ ...identity, accessToken: 'next' })
  })

  it('that the keyring no longer opens is an error, not "nobody"', async () => {
    await createIdentityFile(path(), keyring(true)).write(identity)
    const lost: SecretBox = { ...keyring(true), open: () => '' }
    await expect(createIdentityFile(path(), lost).read()).rejects.toBeInstanceOf(Error)
  })
})
