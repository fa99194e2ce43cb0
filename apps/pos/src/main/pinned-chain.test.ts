import { createHash, X509Certificate } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { isPinnedChain } from './pinned-chain.ts'
import { below, forged, impostor, middle, person, server, site, underServer } from './testing/shown-certificates.ts'

const NOW = Date.UTC(2027, 0, 1)
const pinOf = (pem: string) =>
  createHash('sha256')
    .update(new X509Certificate(pem).publicKey.export({ type: 'spki', format: 'der' }))
    .digest('base64url')
const pin = pinOf(site)
const isTrusted = (certificates: string[], hostname = 'pos.example', spki = pin, now = NOW) =>
  isPinnedChain({ hostname, certificates }, spki, now)

describe('a server of the site', () => {
  it.each(['pos.example', '192.168.7.20'])('is trusted as %s', (hostname) => {
    expect(isTrusted([server, site], hostname)).toBe(true)
  })

  it.each(['elsewhere.example', 'example', '192.168.7.21', '::1', '', 'OrderEZ server'])(
    'is not trusted as %j',
    (hostname) => {
      expect(isTrusted([server, site], hostname)).toBe(false)
    },
  )

  it('is trusted through an authority in the middle, when it is shown', () => {
    expect(isTrusted([below, middle, site])).toBe(true)
    expect(isTrusted([below, site])).toBe(false)
  })

  it('is trusted while the clock of the terminal was never set, and not after its end', () => {
    expect(isTrusted([server, site], 'pos.example', pin, 0)).toBe(true)
    expect(isTrusted([server, site], 'pos.example', pin, Date.UTC(2300, 0, 1))).toBe(false)
  })
})

describe('somebody else', () => {
  it('is not trusted under another authority, whatever else is shown', () => {
    expect(isTrusted([forged, impostor])).toBe(false)
    expect(isTrusted([forged, site])).toBe(false)
    expect(isTrusted([forged, impostor, site])).toBe(false)
    expect(isTrusted([server, site], 'pos.example', pinOf(impostor))).toBe(false)
  })

  it('is not trusted with a certificate that is not for servers, or that no authority signed', () => {
    expect(isTrusted([person, site])).toBe(false)
    expect(isTrusted([underServer, server, site])).toBe(false)
  })

  it('is not trusted with a chain that does not reach the pinned key, or with none', () => {
    expect(isTrusted([server])).toBe(false)
    expect(isTrusted([site])).toBe(false)
    expect(isTrusted([])).toBe(false)
    expect(isTrusted(['nonsense', site])).toBe(false)
    expect(isTrusted([server, 'nonsense'])).toBe(false)
  })
})
