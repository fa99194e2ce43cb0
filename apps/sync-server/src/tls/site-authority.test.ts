import { X509Certificate } from 'node:crypto'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer, request } from 'node:https'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createSealer, openSiteAuthority, type SiteAuthority } from './site-authority.ts'

const DAY = 86_400_000
const NOW = Date.now()

let dataDir: string
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'orderez-site-'))
})
afterEach(() => rm(dataDir, { recursive: true }))

const open = (more: { names?: string[]; addresses?: string[]; now?: number; dataDir?: string } = {}) =>
  openSiteAuthority({ dataDir, names: [], addresses: [], now: NOW, ...more })
const leafOf = (site: SiteAuthority) => new X509Certificate(site.certChainPem)
const siteFile = () => join(dataDir, 'site', 'site.json')

/** What a client on this machine gets from a server with this certificate; the error's code where it does not trust it. */
async function reach(site: SiteAuthority, servername: string, ca: string): Promise<string> {
  const server = createServer({ cert: site.certChainPem, key: site.certKeyPem }, (_, response) => response.end('hello'))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  try {
    return await new Promise((resolve) => {
      const call = request({ host: '127.0.0.1', port: address.port, servername, ca, agent: false }, (response) => {
        response.on('data', (data: Buffer) => resolve(data.toString()))
      })
      call.on('error', (error) => resolve('code' in error ? String(error.code) : error.message))
      call.end()
    })
  } finally {
    server.close()
  }
}

describe('site authority', () => {
  it('gives the server a certificate that clients with the authority trust, under each of its names', async () => {
    const site = await open({ names: ['kitchen.example', 'fd00::7'], addresses: ['192.168.7.20'] })
    for (const name of ['localhost', 'kitchen.example', `${hostname().split('.')[0]?.toLowerCase()}.local`]) {
      expect(await reach(site, name, site.caPem)).toBe('hello')
    }
    const leaf = leafOf(site)
    for (const address of ['127.0.0.1', '::1', '192.168.7.20', 'fd00::7']) expect(leaf.checkIP(address)).toBe(address)
    expect(await reach(site, 'elsewhere.example', site.caPem)).toBe('ERR_TLS_CERT_ALTNAME_INVALID')
  })

  it('is not trusted by clients of another site', async () => {
    const site = await open()
    const other = await open({ dataDir: join(dataDir, 'other') })
    expect(await reach(site, 'localhost', other.caPem)).toMatch(/CERT|ISSUER|SIGNATURE/)
    expect(other.fingerprint).not.toBe(site.fingerprint)
  })

  it('lasts as long as it should, and what it signs is for servers only', async () => {
    const site = await open()
    const authority = new X509Certificate(site.caPem)
    const leaf = leafOf(site)
    expect(authority.subject).toMatch(/^CN=OrderEZ site [0-9A-F]{4}$/)
    expect([authority.ca, leaf.ca]).toEqual([true, false])
    expect(leaf.checkIssued(authority)).toBe(true)
    expect((Date.parse(authority.validTo) - NOW) / DAY).toBeGreaterThan(3649)
    const days = (Date.parse(leaf.validTo) - Date.parse(leaf.validFrom)) / DAY
    expect(days).toBe(397)
    expect(leaf.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1'])
  })

  it('is the same after a restart', async () => {
    expect(await open()).toEqual(await open())
  })

  it('keeps its files from other users', async () => {
    await open()
    for (const name of await readdir(join(dataDir, 'site'))) {
      expect((await stat(join(dataDir, 'site', name))).mode & 0o777).toBe(0o600)
    }
    expect((await readdir(join(dataDir, 'site'))).sort()).toEqual(['server.json', 'site.json'])
  })

  it('renews the server certificate 30 days before its end, under the same authority', async () => {
    const first = await open()
    const early = await open({ now: NOW + 360 * DAY })
    const late = await open({ now: NOW + 370 * DAY })
    expect(early).toEqual(first)
    expect(late.certChainPem).not.toBe(first.certChainPem)
    expect([late.caPem, late.fingerprint]).toEqual([first.caPem, first.fingerprint])
    expect(Date.parse(leafOf(late).validTo)).toBeGreaterThan(NOW + 700 * DAY)
  })

  it('renews the server certificate when a name is missing, or its clock had been ahead', async () => {
    const first = await open()
    const second = await open({ names: ['new.example'] })
    expect(leafOf(second).checkHost('new.example')).toBe('new.example')
    expect(second.caPem).toBe(first.caPem)
    const future = await open({ names: ['future.example'], now: NOW + 5000 * DAY })
    const present = await open({ names: ['future.example'] })
    expect(present.certChainPem).not.toBe(future.certChainPem)
    expect(await reach(present, 'future.example', present.caPem)).toBe('hello')
  })

  it('makes certificates that are valid today although the clock was never set', async () => {
    const site = await open({ now: 0 })
    expect(Date.parse(new X509Certificate(site.caPem).validTo)).toBeGreaterThan(NOW)
    expect(await reach(await open(), 'localhost', site.caPem)).toBe('hello')
  })

  it('leaves out a name that no certificate can carry', async () => {
    const site = await open({ names: ['my_pc', 'fine.example'] })
    expect(await reach(site, 'fine.example', site.caPem)).toBe('hello')
    expect(await open({ names: ['my_pc', 'fine.example'] })).toEqual(site)
  })
})

describe('damaged files', () => {
  const damages: [why: string, (text: string) => string][] = [
    ['empty', () => ''],
    ['cut off', (text) => text.slice(0, text.length / 2)],
    ['not JSON', (text) => text.replace('{', '[')],
    ['without the secret', (text) => text.replace(/"secret": "[^"]+"/, '"secret": "AAAA"')],
    [
      'with a broken certificate',
      (text) => text.replace('BEGIN CERTIFICATE-----\\nMII', 'BEGIN CERTIFICATE-----\\nXXX'),
    ],
  ]
  it.each(damages)('the site file %s is an error, and stays as it is', async (_, damage) => {
    await open()
    const text = damage(await readFile(siteFile(), 'utf8'))
    await writeFile(siteFile(), text)
    await expect(open()).rejects.toMatchObject({ code: 'site.damaged' })
    expect(await readFile(siteFile(), 'utf8')).toBe(text)
  })

  it('the key of another site is an error', async () => {
    await open()
    await open({ dataDir: join(dataDir, 'other') })
    const mine = JSON.parse(await readFile(siteFile(), 'utf8'))
    const other = JSON.parse(await readFile(join(dataDir, 'other', 'site', 'site.json'), 'utf8'))
    mine.authority.keyPem = other.authority.keyPem
    await writeFile(siteFile(), JSON.stringify(mine))
    await expect(open()).rejects.toMatchObject({ code: 'site.damaged' })
  })

  it('a site file that is gone is an error, not a reason for a new authority', async () => {
    await open()
    await rm(siteFile())
    await expect(open()).rejects.toMatchObject({ code: 'site.missing' })
    await expect(stat(siteFile())).rejects.toThrow('ENOENT')
  })

  it('a draft that a crash left behind hinders nobody', async () => {
    const site = await open()
    await rm(join(dataDir, 'site'), { recursive: true })
    await mkdir(join(dataDir, 'site'))
    await writeFile(join(dataDir, 'site', 'site.json.0011.draft'), '{')
    expect((await open()).fingerprint).not.toBe(site.fingerprint)
  })

  it('a damaged server certificate is made anew by the same authority', async () => {
    const first = await open()
    await writeFile(join(dataDir, 'site', 'server.json'), '{"certPem": "nonsense", "keyPem": ""}')
    const second = await open()
    expect(second.caPem).toBe(first.caPem)
    expect(await reach(second, 'localhost', first.caPem)).toBe('hello')
  })

  it('two servers that start at once have one authority', async () => {
    const sites = await Promise.all([open(), open(), open(), open()])
    expect(new Set(sites.map((site) => site.caPem)).size).toBe(1)
    expect((await open()).caPem).toBe(sites[0]?.caPem)
  })
})

describe('seals', () => {
  it('hold for the hash and the site they were made with, and for nothing else', async () => {
    const site = await open()
    const other = await open({ dataDir: join(dataDir, 'other') })
    const sealer = createSealer(site.siteSecret)
    const hash = 'ab'.repeat(32)
    const seal = sealer.seal(hash)
    expect(seal).toMatch(/^[\w-]{43}$/)
    expect(createSealer((await open()).siteSecret).verify(hash, seal)).toBe(true)
    expect(sealer.verify('cd'.repeat(32), seal)).toBe(false)
    expect(createSealer(other.siteSecret).verify(hash, seal)).toBe(false)
    for (const wrong of ['', 'nonsense', `${seal}AAAA`, seal.slice(0, 40)])
      expect(sealer.verify(hash, wrong)).toBe(false)
  })
})
