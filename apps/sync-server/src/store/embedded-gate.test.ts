import { describe, expect, it } from 'vitest'
import { createGate } from './embedded-gate.ts'

const gate = createGate('Bearer right')

describe('gate of the embedded store', () => {
  it.each([undefined, '', 'Bearer wrong', 'bearer right', 'Bearer right '])('lets nobody in with %j', (given) => {
    expect(gate('GET', '/', given)).toBe('unauthorized')
  })

  it.each([
    ['GET', '/'],
    ['PUT', '/orderez-orders'],
    ['POST', '/orderez-orders/_bulk_docs'],
    ['POST', '/orderez-orders/_all_docs?include_docs=true'],
    ['GET', '/orderez-orders/_changes?since=3&feed=longpoll'],
    ['GET', '/orderez-pictures/0a1b2c.webp?attachments=true'],
    ['PUT', '/orderez-orders/_local/incarnation'],
    ['POST', '/orderez-ledger-2026-11/_revs_diff'],
    ['GET', '/orderez-orders/_design/header-status/_view/by-value?limit=3'],
  ])('passes what the store asks: %s %s', (method, url) => {
    expect(gate(method, url, 'Bearer right')).toBe('pass')
  })

  const replication = [
    ['GET', '/peer/'],
    ['POST', '/peer/_changes'],
    ['GET', '/peer/_local/Kx6EZ.pXyO4x1mVQrGbE8w%3D%3D'],
    ['PUT', '/peer/_local/Kx6EZ.pXyO4x1mVQrGbE8w%3D%3D'],
  ] as const
  it.each(replication)('stops the replication of others, unless it is opened for a bench: %s %s', (method, url) => {
    expect(gate(method, url, 'Bearer right')).toBe('unknownRoute')
    const opened = createGate('Bearer right', { replicates: true })
    expect(opened(method, url, 'Bearer right')).toBe('pass')
    expect(opened(method, url, 'Bearer wrong')).toBe('unauthorized')
    expect(opened('GET', '/peer/_changes?filter=nope/nope', 'Bearer right')).toBe('unknownRoute')
  })

  it.each([
    ['POST', '/orderez-orders/_changes?filter=nope/nope'],
    ['GET', '/orderez-orders/_changes?filter=nope/nope'],
    ['GET', '/orderez-orders/_changes?since=1&%66ilter=nope'],
    ['POST', '/_replicate'],
    ['GET', '/_all_dbs'],
    ['PUT', '/_users'],
    ['PUT', '/_config/admins/me'],
    ['GET', '/_utils/'],
    ['POST', '/orderez-orders/_temp_view'],
    ['PUT', '/orderez-orders/ord_1'],
    ['GET', '/orderez-orders/ord_1'],
    ['PUT', '/orderez-pictures/0a1b2c.webp'],
    ['GET', '/orderez-orders/../_config'],
    ['GET', '/%5Fconfig'],
  ])('stops everything else: %s %s', (method, url) => {
    expect(gate(method, url, 'Bearer right')).toBe('unknownRoute')
  })
})
