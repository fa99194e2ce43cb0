import { X509Certificate } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from 'node:tls'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { listen, type Listener } from '../http/listen.ts'
import { openSiteAuthority, type SiteAuthority } from '../tls/site-authority.ts'
import { keepCertificateFresh, type CertificateRenewal } from './certificate-renewal.ts'

const DAY_MS = 86_400_000
const START = Date.now()

let dataDir: string
let now: number
let addresses: string[]
let failures: unknown[]
let site: SiteAuthority
let server: Server
let listener: Listener
let renewal: CertificateRenewal
let opened: number
let isDiskAway: boolean

const open = (found: readonly string[]) => openSiteAuthority({ dataDir, names: [], addresses: found, now })

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'orderez-renewal-'))
  now = START
  addresses = ['192.168.7.20']
  failures = []
  opened = 0
  isDiskAway = false
  site = await open(addresses)
  server = createServer({ cert: site.certChainPem, key: site.certKeyPem })
  listener = await listen(server, 0, '127.0.0.1')
  renewal = keepCertificateFresh({
    async open(found) {
      opened += 1
      if (isDiskAway) throw new Error('the disk is away')
      return open(found)
    },
    apply: ({ certChainPem, certKeyPem }) => server.setSecureContext({ cert: certChainPem, key: certKeyPem }),
    addresses: () => addresses,
    now: () => now,
    failed: (cause) => failures.push(cause),
  })
})
afterEach(async () => {
  renewal.stop()
  await listener.stop(0)
  await rm(dataDir, { recursive: true })
})

/** The certificate that the running server shows; its dates are looked at by the test, whose clock is not the machine's. */
function served(): Promise<X509Certificate> {
  return new Promise((resolve, reject) => {
    const target = { host: '127.0.0.1', port: listener.port, servername: 'localhost', rejectUnauthorized: false }
    const socket = connect(target, () => {
      const certificate = socket.getPeerX509Certificate()
      socket.destroy()
      if (certificate) resolve(certificate)
      else reject(new Error('no certificate'))
    })
    socket.on('error', reject)
  })
}

describe('the certificate of a server that runs on', () => {
  it('is the same as long as it does', async () => {
    const first = await served()
    for (let minute = 0; minute < 30; minute += 1) {
      now += 60_000
      await renewal.look()
    }
    expect(opened).toBe(0)
    now += DAY_MS
    await renewal.look()
    expect(opened).toBe(1)
    expect((await served()).serialNumber).toBe(first.serialNumber)
  })

  it('is renewed before its end, by the same authority, without a new start', async () => {
    const first = await served()
    for (let day = 0; day < 380; day += 1) {
      now += DAY_MS
      await renewal.look()
    }
    const last = await served()
    expect(last.serialNumber).not.toBe(first.serialNumber)
    expect(Date.parse(last.validTo)).toBeGreaterThan(now)
    expect(last.verify(new X509Certificate(site.caPem).publicKey)).toBe(true)
    expect(failures).toEqual([])
  })

  it('names the new address as soon as the machine has one', async () => {
    expect((await served()).checkIP('10.1.2.3')).toBeUndefined()
    addresses = ['10.1.2.3']
    await renewal.look()
    expect((await served()).checkIP('10.1.2.3')).toBe('10.1.2.3')
    await renewal.look()
    expect(opened).toBe(1)
  })

  it('goes on serving where it cannot be renewed just now, and is tried again', async () => {
    const first = await served()
    isDiskAway = true
    addresses = ['10.1.2.3']
    await renewal.look()
    expect(failures).toHaveLength(1)
    expect((await served()).serialNumber).toBe(first.serialNumber)
    isDiskAway = false
    await renewal.look()
    expect((await served()).checkIP('10.1.2.3')).toBe('10.1.2.3')
  })

  it('is one that clients with the authority trust, before and after', async () => {
    const trusted = () =>
      new Promise((resolve) => {
        const target = { host: '127.0.0.1', port: listener.port, servername: 'localhost', ca: site.caPem }
        const socket = connect(target, () => resolve(socket.authorized))
        socket.on('error', resolve)
        socket.unref()
      })
    expect(await trusted()).toBe(true)
    addresses = ['10.1.2.3']
    await renewal.look()
    expect(await trusted()).toBe(true)
  })

  it('is renewed also when the clock was years ahead and came back', async () => {
    now += 3 * 365 * DAY_MS
    await renewal.look()
    const future = await served()
    now = START
    await renewal.look()
    expect(Date.parse((await served()).validFrom)).toBeLessThanOrEqual(START)
    expect(Date.parse(future.validTo)).toBeGreaterThan(START + 3 * 365 * DAY_MS)
  })
})
